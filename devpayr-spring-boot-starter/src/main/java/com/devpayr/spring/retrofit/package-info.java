/** DevPayr over Retrofit in a Spring Boot application. */
@NullMarked
package com.devpayr.spring.retrofit;

import org.jspecify.annotations.NullMarked;
