/**
 * DevPayr's rules, in memory: what the fake and the emulator both are. Internal: {@link com.devpayr.testkit} is the way
 * in.
 */
@NullMarked
package com.devpayr.testkit.platform;

import org.jspecify.annotations.NullMarked;
