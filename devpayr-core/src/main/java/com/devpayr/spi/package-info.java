/** What a transport, a lease store or a web integration implements. May change in a minor version. */
@NullMarked
package com.devpayr.spi;

import org.jspecify.annotations.NullMarked;
