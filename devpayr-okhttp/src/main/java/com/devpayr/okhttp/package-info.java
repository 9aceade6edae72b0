/** OkHttp clients for DevPayr: with timeouts, without redirects and without implicit retries. */
@NullMarked
package com.devpayr.okhttp;

import org.jspecify.annotations.NullMarked;
