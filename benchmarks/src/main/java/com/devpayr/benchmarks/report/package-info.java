/** Runs everything and writes the tables of {@code benchmarks/README.md}. */
@NullMarked
package com.devpayr.benchmarks.report;

import org.jspecify.annotations.NullMarked;
