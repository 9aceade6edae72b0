/** Licenses: a client's right to run a copy. */
@NullMarked
package com.devpayr.license;

import org.jspecify.annotations.NullMarked;
