package com.devpayr.examples.gateway;

import com.devpayr.testkit.FakeLicense;

/**
 * A tenant of the test's.
 *
 * @param host the name that it is visited by
 * @param license what it runs by
 */
record TestTenant(String host, FakeLicense license) {}
