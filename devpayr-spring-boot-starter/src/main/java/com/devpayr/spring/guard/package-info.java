/** The license guard in a Spring Boot application. */
@NullMarked
package com.devpayr.spring.guard;

import org.jspecify.annotations.NullMarked;
