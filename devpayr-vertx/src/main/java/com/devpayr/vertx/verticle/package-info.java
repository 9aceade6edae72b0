/** A client, a guard and a gate as one deployment, configured by Vert.x Config. */
@NullMarked
package com.devpayr.vertx.verticle;

import org.jspecify.annotations.NullMarked;
