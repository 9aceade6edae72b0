/** License enforcement and webhooks for Vert.x Web. */
@NullMarked
package com.devpayr.vertx.web;

import org.jspecify.annotations.NullMarked;
