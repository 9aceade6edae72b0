/** The running copy's side: the only port that holds a license key. */
@NullMarked
package com.devpayr.runtime;

import org.jspecify.annotations.NullMarked;
