/** A fast server in its own process, so that only the client is measured. */
@NullMarked
package com.devpayr.benchmarks.server;

import org.jspecify.annotations.NullMarked;
