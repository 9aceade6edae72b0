/** The HTTP layer of the emulator, based on the JDK's server. Internal; use {@link com.devpayr.testkit}. */
@NullMarked
package com.devpayr.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
