/** What a native image must keep for this library. */
@NullMarked
package com.devpayr.spring.aot;

import org.jspecify.annotations.NullMarked;
