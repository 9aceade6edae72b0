/** The same call with an HTTP client, with a library that uses it, and with DevPayr's client. */
@NullMarked
package com.devpayr.benchmarks.caller;

import org.jspecify.annotations.NullMarked;
