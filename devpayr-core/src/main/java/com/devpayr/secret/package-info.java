/** Values that authenticate or encrypt, and that never show themselves. */
@NullMarked
package com.devpayr.secret;

import org.jspecify.annotations.NullMarked;
