/** How a client is configured: by builder, from the environment, and where this copy runs. */
@NullMarked
package com.devpayr.config;

import org.jspecify.annotations.NullMarked;
