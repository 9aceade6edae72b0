/** The lease in a cache that many copies share. */
@NullMarked
package com.devpayr.spring.cache;

import org.jspecify.annotations.NullMarked;
