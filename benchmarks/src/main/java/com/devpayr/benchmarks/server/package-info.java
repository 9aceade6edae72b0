/** A small, fast server in a process of its own, so that what is measured is the client. */
@NullMarked
package com.devpayr.benchmarks.server;

import org.jspecify.annotations.NullMarked;
