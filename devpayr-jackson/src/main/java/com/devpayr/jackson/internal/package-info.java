/** The path from an operation to HTTP and back, and the JSON on it. */
@NullMarked
package com.devpayr.jackson.internal;

import org.jspecify.annotations.NullMarked;
