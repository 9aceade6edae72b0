/** Programs that run one measurement in their own JVM and print the result. */
@NullMarked
package com.devpayr.benchmarks.load;

import org.jspecify.annotations.NullMarked;
