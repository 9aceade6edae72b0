/** Auto-configuration of the Retrofit transport. */
@NullMarked
package com.devpayr.spring.retrofit;

import org.jspecify.annotations.NullMarked;
