/** The log message at startup. */
@NullMarked
package com.devpayr.spring.startup;

import org.jspecify.annotations.NullMarked;
