/** JMH benchmarks. */
@NullMarked
package com.devpayr.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
