/** JSON requests and responses of the core model, for all transports: lenient in what is accepted, and bounded in size. */
@NullMarked
package com.devpayr.jackson;

import org.jspecify.annotations.NullMarked;
