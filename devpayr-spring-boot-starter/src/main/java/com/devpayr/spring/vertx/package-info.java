/** DevPayr over Vert.x in a Spring Boot application. */
@NullMarked
package com.devpayr.spring.vertx;

import org.jspecify.annotations.NullMarked;
