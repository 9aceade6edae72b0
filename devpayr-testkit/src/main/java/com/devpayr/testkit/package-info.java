/**
 * DevPayr for tests: {@link com.devpayr.testkit.InMemoryDevPayr} is the platform in memory, {@link
 * com.devpayr.testkit.DevPayrEmulator} serves it over HTTP, and {@link com.devpayr.testkit.contract} is what every
 * client passes.
 */
@NullMarked
package com.devpayr.testkit;

import org.jspecify.annotations.NullMarked;
