/** Clients over any HTTP library. */
@NullMarked
package com.devpayr.jackson;

import org.jspecify.annotations.NullMarked;
