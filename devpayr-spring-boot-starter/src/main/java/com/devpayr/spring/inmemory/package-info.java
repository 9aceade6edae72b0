/** DevPayr in memory in a Spring Boot application and its tests. */
@NullMarked
package com.devpayr.spring.inmemory;

import org.jspecify.annotations.NullMarked;
