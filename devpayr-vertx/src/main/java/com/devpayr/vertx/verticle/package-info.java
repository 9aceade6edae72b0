/** A verticle with a client, a license guard and a license enforcer, configured by Vert.x Config. */
@NullMarked
package com.devpayr.vertx.verticle;

import org.jspecify.annotations.NullMarked;
