/** Micrometer observations of the clients. */
@NullMarked
package com.devpayr.spring.observation;

import org.jspecify.annotations.NullMarked;
