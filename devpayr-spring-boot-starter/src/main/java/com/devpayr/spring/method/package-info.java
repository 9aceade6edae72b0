/** Support for {@link com.devpayr.spring.RequiresLicense}. */
@NullMarked
package com.devpayr.spring.method;

import org.jspecify.annotations.NullMarked;
