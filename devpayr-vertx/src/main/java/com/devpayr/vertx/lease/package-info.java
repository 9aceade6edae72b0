/** Lease stores in the shared data of Vert.x. */
@NullMarked
package com.devpayr.vertx.lease;

import org.jspecify.annotations.NullMarked;
