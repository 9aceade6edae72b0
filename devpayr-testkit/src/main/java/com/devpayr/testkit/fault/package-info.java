/** A server of bare sockets that misbehaves as it is told: for tests of what a client makes of a broken network. */
@NullMarked
package com.devpayr.testkit.fault;

import org.jspecify.annotations.NullMarked;
