/** Everything that can go wrong, as one sealed tree of unchecked exceptions. */
@NullMarked
package com.devpayr.error;

import org.jspecify.annotations.NullMarked;
