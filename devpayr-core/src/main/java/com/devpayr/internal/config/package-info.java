/** Access to configurations for the modules of this library. */
@NullMarked
package com.devpayr.internal.config;

import org.jspecify.annotations.NullMarked;
