/** How DevPayr uses OkHttp: finite times, no redirects, and no request sent twice behind the caller's back. */
@NullMarked
package com.devpayr.okhttp;

import org.jspecify.annotations.NullMarked;
