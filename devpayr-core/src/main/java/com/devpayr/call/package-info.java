/** Interceptors: code that runs around every call of a client. */
@NullMarked
package com.devpayr.call;

import org.jspecify.annotations.NullMarked;
