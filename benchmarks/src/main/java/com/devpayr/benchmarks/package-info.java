/** Benchmarks of frequently used code. */
@NullMarked
package com.devpayr.benchmarks;

import org.jspecify.annotations.NullMarked;
