/** Actuator endpoint, health, info and metrics of the license guard. */
@NullMarked
package com.devpayr.spring.actuate;

import org.jspecify.annotations.NullMarked;
