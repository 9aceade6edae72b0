/** DevPayr in a Spring Boot application: what an application sets, replaces and customizes. */
@NullMarked
package com.devpayr.spring;

import org.jspecify.annotations.NullMarked;
