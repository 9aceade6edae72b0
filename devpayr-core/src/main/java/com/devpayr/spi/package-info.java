/** Interfaces for transports, lease stores and web integrations. May change in a minor version. */
@NullMarked
package com.devpayr.spi;

import org.jspecify.annotations.NullMarked;
