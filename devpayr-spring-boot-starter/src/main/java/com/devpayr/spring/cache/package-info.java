/** Lease store in a Spring cache. */
@NullMarked
package com.devpayr.spring.cache;

import org.jspecify.annotations.NullMarked;
