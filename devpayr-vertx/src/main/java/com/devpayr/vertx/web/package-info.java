/** What a Vert.x Web application answers while its copy is not licensed. */
@NullMarked
package com.devpayr.vertx.web;

import org.jspecify.annotations.NullMarked;
