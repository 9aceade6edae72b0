/** Licenses and their services. */
@NullMarked
package com.devpayr.license;

import org.jspecify.annotations.NullMarked;
