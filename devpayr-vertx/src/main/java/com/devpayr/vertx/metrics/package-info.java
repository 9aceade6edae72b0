/** Micrometer metrics for calls and license guards. Requires Micrometer on the class path. */
@NullMarked
package com.devpayr.vertx.metrics;

import org.jspecify.annotations.NullMarked;
