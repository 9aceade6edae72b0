/** Auto-configuration of the license guard. */
@NullMarked
package com.devpayr.spring.guard;

import org.jspecify.annotations.NullMarked;
