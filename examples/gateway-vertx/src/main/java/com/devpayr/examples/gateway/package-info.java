/** A gateway for an application with many tenants, each of which has its own license. */
@NullMarked
package com.devpayr.examples.gateway;

import org.jspecify.annotations.NullMarked;
