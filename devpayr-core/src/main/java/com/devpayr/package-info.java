/** The client's two facades: {@link com.devpayr.DevPayr} blocks, {@link com.devpayr.AsyncDevPayr} does not. */
@NullMarked
package com.devpayr;

import org.jspecify.annotations.NullMarked;
