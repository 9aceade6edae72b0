/** DevPayr on Vert.x: a client over Vert.x Web Client, and services with Vert.x futures. */
@NullMarked
package com.devpayr.vertx;

import org.jspecify.annotations.NullMarked;
