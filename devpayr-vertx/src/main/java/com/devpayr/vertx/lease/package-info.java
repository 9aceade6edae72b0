/** Leases in the data that the nodes of a Vert.x cluster share. */
@NullMarked
package com.devpayr.vertx.lease;

import org.jspecify.annotations.NullMarked;
