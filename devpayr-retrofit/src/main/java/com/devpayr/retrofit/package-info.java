/** The transport on Retrofit, blocking and asynchronous: interfaces that return {@code Call}, and a converter factory. */
@NullMarked
package com.devpayr.retrofit;

import org.jspecify.annotations.NullMarked;
