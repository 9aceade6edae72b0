#!/bin/sh
# Asks a fresh emulator for every endpoint with curl, and prints what was asked and answered, for
# docs/emulator-transcript.md. Needs the jar (mvn -pl devpayr-emulator -am package) and curl.
# Ends with an error when an answer has not the status that is written beside its request.
set -eu
jar="$(dirname "$0")/../../../target/devpayr-emulator.jar"
work=$(mktemp -d)
pid=""
trap 'test -z "$pid" || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

cat >"$work/seed.json" <<'SEED'
{"accounts": [{"name": "Default",
  "projects": [{"name": "Demo", "created_at": "2026-01-01", "domains": [{"domain": "shop.example.com", "is_verified": true, "created_at": "2026-01-01"}],
                "licenses": [{"title": "Pro", "uuid": "demo-license", "created_at": "2026-01-01"}]}],
  "api_keys": [{"name": "Demo", "key": "gk_demo_key"}]}]}
SEED
java -jar "$jar" --port 0 --seed "$work/seed.json" >"$work/out" 2>&1 &
pid=$!
until grep -q '^Console' "$work/out"; do kill -0 "$pid"; sleep 0.01; done
api=$(sed -n 's/^API  *//p' "$work/out")

# expected status, operation, verb, path, further arguments of curl
call() {
    expected=$1 operation=$2 method=$3 path=$4
    shift 4
    case $operation in
    injectable.stream | payment.check) set -- -H 'X-LICENSE-KEY: demo-license' "$@" ;;
    *) set -- -H 'X-API-KEY: gk_demo_key' "$@" ;;
    esac
    shown=""
    for argument in "$@"; do
        case $argument in -*) shown="$shown $argument" ;; *) shown="$shown '$argument'" ;; esac
    done
    printf '## %s\n\n```console\n$ curl -X %s %s%s -H "X-Devpayr-Domain: shop.example.com"\n' \
        "$operation" "$method" "'http://127.0.0.1:8787/api/v1/$path'" "$shown"
    status=$(curl -s -o "$work/body" -w '%{http_code}' -X "$method" -H 'X-Devpayr-Domain: shop.example.com' "$@" "$api$path")
    printf 'HTTP %s\n%s\n```\n\n' "$status" "$(cat "$work/body")"
    test "$status" = "$expected" || { echo "$operation returned $status instead of $expected" >&2; exit 1; }
}

json='Content-Type: application/json'
printf '# Every endpoint, asked with curl\n\nMade by `devpayr-emulator/src/test/scripts/transcript.sh`; timestamps and generated values differ between runs.\n\n'
call 200 project.list GET projects
call 201 project.create POST project -H "$json" -d '{"name":"Second","has_paid":true}'
call 200 project.get GET project/1
call 200 project.update PATCH project/1 -H "$json" -d '{"has_paid":true}'
call 200 domain.list GET project/1/domains
call 201 domain.create POST project/1/domains -H "$json" -d '{"domain":"www.example.com","environment":"production"}'
call 200 domain.get GET project/1/domain/1
call 200 domain.update PUT project/1/domain/1 -H "$json" -d '{"has_paid":true}'
call 200 domain.delete DELETE project/1/domains/2
call 200 license.list GET 'project/1/licenses?per_page=1'
call 201 license.create POST project/1/licenses -H "$json" -d '{"title":"Jane Doe","max_domains":3}'
call 200 license.get GET project/1/licenses/1
call 200 license.update PUT project/1/licenses/1 -H "$json" -d '{"max_usage_per_day":1000}'
call 200 license.revoke POST project/1/licenses/2/revoke
call 200 license.reactivate POST project/1/licenses/2/reactivate
call 200 license.delete DELETE project/1/licenses/2
call 201 injectable.create POST project/1/injectables -H "$json" -d '{"title":"Hello","type":"snippet","mode":"write","target_path":"hello.txt","only_if_paid":true,"is_active":true,"secret":"a good secret","content":"hello"}'
call 200 injectable.list GET project/1/injectables
call 200 injectable.get GET project/1/injectables/1
call 200 injectable.update PUT project/1/injectables/1 -H "$json" -d '{"title":"Hello again"}'
call 200 injectable.stream GET injectable/stream
call 200 payment.check POST 'project/has-paid?action=check_project&include=injectables' -H "$json" -d '{}'
call 200 payment.status GET project/1/has-paid
call 200 injectable.delete DELETE project/1/injectables/1
call 200 project.delete DELETE project/2
