/** JSON on the wire to and from the core model, once for all transports: lenient in what it accepts, and bounded. */
@NullMarked
package com.devpayr.jackson;

import org.jspecify.annotations.NullMarked;
