/**
 * A page to see and drive the emulator, and what the page asks for. Internal: {@link com.devpayr.testkit} is the way in.
 */
@NullMarked
package com.devpayr.testkit.console;

import org.jspecify.annotations.NullMarked;
