/** Cursor paging: one page, a request for one, and lazy walks over all of them. */
@NullMarked
package com.devpayr.page;

import org.jspecify.annotations.NullMarked;
