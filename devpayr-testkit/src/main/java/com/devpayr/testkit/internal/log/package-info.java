/** A logger for the tests of this library. Internal; use {@link com.devpayr.testkit}. */
@NullMarked
package com.devpayr.testkit.internal.log;

import org.jspecify.annotations.NullMarked;
