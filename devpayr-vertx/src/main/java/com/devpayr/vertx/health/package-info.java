/** A health check of the license for Vert.x Health Checks. */
@NullMarked
package com.devpayr.vertx.health;

import org.jspecify.annotations.NullMarked;
