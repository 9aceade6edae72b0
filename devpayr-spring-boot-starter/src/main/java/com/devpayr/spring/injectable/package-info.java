/** The injectables of a licensed copy in a Spring Boot application. */
@NullMarked
package com.devpayr.spring.injectable;

import org.jspecify.annotations.NullMarked;
