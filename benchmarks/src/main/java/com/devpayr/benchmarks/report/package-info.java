/** Runs the benchmarks and updates the tables in {@code benchmarks/README.md}. */
@NullMarked
package com.devpayr.benchmarks.report;

import org.jspecify.annotations.NullMarked;
