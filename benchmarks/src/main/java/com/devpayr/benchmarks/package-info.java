/** What the parts that run often cost. */
@NullMarked
package com.devpayr.benchmarks;

import org.jspecify.annotations.NullMarked;
