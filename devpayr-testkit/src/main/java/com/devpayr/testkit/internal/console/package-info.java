/**
 * The web console of the emulator. Internal; use {@link com.devpayr.testkit}.
 */
@NullMarked
package com.devpayr.testkit.internal.console;

import org.jspecify.annotations.NullMarked;
