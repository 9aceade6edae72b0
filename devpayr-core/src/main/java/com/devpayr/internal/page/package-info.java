/** Paging for the modules of this library. */
@NullMarked
package com.devpayr.internal.page;

import org.jspecify.annotations.NullMarked;
