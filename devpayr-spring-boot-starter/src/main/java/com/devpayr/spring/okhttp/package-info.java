/** What the transports on OkHttp share in a Spring Boot application. */
@NullMarked
package com.devpayr.spring.okhttp;

import org.jspecify.annotations.NullMarked;
