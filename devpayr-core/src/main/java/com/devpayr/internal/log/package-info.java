/** The log of requests, which is enabled by the configuration, and the log of denied requests. */
@NullMarked
package com.devpayr.internal.log;

import org.jspecify.annotations.NullMarked;
