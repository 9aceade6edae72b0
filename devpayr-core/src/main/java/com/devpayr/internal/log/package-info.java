/** The log of requests, which is enabled by the configuration. */
@NullMarked
package com.devpayr.internal.log;

import org.jspecify.annotations.NullMarked;
