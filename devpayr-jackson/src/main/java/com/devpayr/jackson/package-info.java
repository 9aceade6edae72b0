/** JSON serialization of the core model, shared by all transports. Lenient in the formats that it accepts, and limited in size. */
@NullMarked
package com.devpayr.jackson;

import org.jspecify.annotations.NullMarked;
