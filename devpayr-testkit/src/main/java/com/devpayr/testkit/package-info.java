/**
 * Test support: {@link com.devpayr.testkit.InMemoryDevPayr} is an in-memory platform, {@link
 * com.devpayr.testkit.DevPayrEmulator} serves it over HTTP, and {@link com.devpayr.testkit.contract} is the contract
 * suite of all clients.
 */
@NullMarked
package com.devpayr.testkit;

import org.jspecify.annotations.NullMarked;
