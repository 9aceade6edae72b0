/** The settings of a proxy from properties, for the modules of this library. */
@NullMarked
package com.devpayr.internal.proxy;

import org.jspecify.annotations.NullMarked;
