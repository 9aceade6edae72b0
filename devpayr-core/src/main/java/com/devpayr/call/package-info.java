/** Interceptors and options of calls, and the results of raw requests. */
@NullMarked
package com.devpayr.call;

import org.jspecify.annotations.NullMarked;
