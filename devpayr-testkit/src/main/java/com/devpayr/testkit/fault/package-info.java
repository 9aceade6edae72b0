/** A server on raw sockets that produces network faults, for tests of clients. */
@NullMarked
package com.devpayr.testkit.fault;

import org.jspecify.annotations.NullMarked;
