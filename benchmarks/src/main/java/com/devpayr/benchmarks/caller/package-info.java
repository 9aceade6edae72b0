/** The same question asked with a bare HTTP client, with a library over it, and with DevPayr's client over that. */
@NullMarked
package com.devpayr.benchmarks.caller;

import org.jspecify.annotations.NullMarked;
