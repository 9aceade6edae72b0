/** Availability of DevPayr's API. */
@NullMarked
package com.devpayr.status;

import org.jspecify.annotations.NullMarked;
