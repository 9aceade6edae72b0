/** What is measured with JMH. */
@NullMarked
package com.devpayr.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
