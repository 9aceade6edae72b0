/** The non-blocking transport on Vert.x: ports that return a Vert.x {@link io.vertx.core.Future}. */
@NullMarked
package com.devpayr.vertx;

import org.jspecify.annotations.NullMarked;
