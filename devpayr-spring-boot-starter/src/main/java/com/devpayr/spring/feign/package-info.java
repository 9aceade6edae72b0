/** DevPayr over Feign in a Spring Boot application. */
@NullMarked
package com.devpayr.spring.feign;

import org.jspecify.annotations.NullMarked;
