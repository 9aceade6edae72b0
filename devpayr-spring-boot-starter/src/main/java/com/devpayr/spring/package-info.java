/** Spring Boot auto-configuration of the clients, with its properties and extension points. */
@NullMarked
package com.devpayr.spring;

import org.jspecify.annotations.NullMarked;
