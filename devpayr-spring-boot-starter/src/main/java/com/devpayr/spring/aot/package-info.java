/** Runtime hints for native images. */
@NullMarked
package com.devpayr.spring.aot;

import org.jspecify.annotations.NullMarked;
