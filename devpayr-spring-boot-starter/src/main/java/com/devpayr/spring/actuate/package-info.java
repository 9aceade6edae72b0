/** What Spring Boot's actuator shows of the license guard, and what it must not show. */
@NullMarked
package com.devpayr.spring.actuate;

import org.jspecify.annotations.NullMarked;
