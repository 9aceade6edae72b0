/** Exceptions of this library: a sealed hierarchy of unchecked exceptions. */
@NullMarked
package com.devpayr.error;

import org.jspecify.annotations.NullMarked;
