/** HTTP around the platform, with the server of the JDK. Internal: {@link com.devpayr.testkit} is the way in. */
@NullMarked
package com.devpayr.testkit.http;

import org.jspecify.annotations.NullMarked;
