/** The parts of an HTTP request, independent of the HTTP library. */
@NullMarked
package com.devpayr.internal.wire;

import org.jspecify.annotations.NullMarked;
