#!/bin/sh
# Creates a project, a domain and a license unless they exist. A second run finds them and changes nothing.
# Requires devpayr on the PATH, and the API key in DEVPAYR_API_KEY or in the file that DEVPAYR_API_KEY_FILE refers to.
#   PROVISION_PROJECT   slug of the project
#   PROVISION_DOMAIN    host name of the licensed application
#   PROVISION_LICENSE   title of the license
#   PROVISION_KEY_FILE  file to write the license key to, readable by its owner only
set -eu

devpayr ping
devpayr provision \
    --project "$PROVISION_PROJECT" \
    --domain "$PROVISION_DOMAIN" \
    --license "$PROVISION_LICENSE" \
    --key-file "$PROVISION_KEY_FILE"
