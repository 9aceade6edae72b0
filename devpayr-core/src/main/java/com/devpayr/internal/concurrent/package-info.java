/** Futures that fail unwrapped and pass on cancellation. */
@NullMarked
package com.devpayr.internal.concurrent;

import org.jspecify.annotations.NullMarked;
