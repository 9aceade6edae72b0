/** Mapping of operations to HTTP requests, and of responses to results. */
@NullMarked
package com.devpayr.jackson.internal;

import org.jspecify.annotations.NullMarked;
