/**
 * The in-memory implementation of the platform's rules. Internal; use {@link com.devpayr.testkit}.
 *
 */
@NullMarked
package com.devpayr.testkit.internal.platform;

import org.jspecify.annotations.NullMarked;
