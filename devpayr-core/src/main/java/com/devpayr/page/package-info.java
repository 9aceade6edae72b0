/** Cursor-based paging: single pages, and lazily fetched lists of all pages. */
@NullMarked
package com.devpayr.page;

import org.jspecify.annotations.NullMarked;
