/** Applying opened injectables: the extension point, and the processor that writes files below one root. */
@NullMarked
package com.devpayr.injectables;

import org.jspecify.annotations.NullMarked;
