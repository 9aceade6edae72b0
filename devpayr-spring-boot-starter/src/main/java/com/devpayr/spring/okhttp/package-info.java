/** SSL support shared by the transports that use OkHttp. */
@NullMarked
package com.devpayr.spring.okhttp;

import org.jspecify.annotations.NullMarked;
