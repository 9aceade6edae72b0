/** API keys, license keys and secrets, whose values never appear in text. */
@NullMarked
package com.devpayr.secret;

import org.jspecify.annotations.NullMarked;
