/** Programs that each measure one thing in a virtual machine of their own, and print it. */
@NullMarked
package com.devpayr.benchmarks.load;

import org.jspecify.annotations.NullMarked;
