/** Auto-configuration of the Vert.x transport. */
@NullMarked
package com.devpayr.spring.vertx;

import org.jspecify.annotations.NullMarked;
