/** A gateway in front of an application that many tenants use, each with a license of its own. */
@NullMarked
package com.devpayr.examples.gateway;

import org.jspecify.annotations.NullMarked;
