package com.devpayr.examples.gateway;

import com.devpayr.testkit.FakeLicense;

/**
 * A tenant with its license.
 *
 * @param host host name of the tenant
 * @param license license of the tenant
 */
record TestTenant(String host, FakeLicense license) {}
