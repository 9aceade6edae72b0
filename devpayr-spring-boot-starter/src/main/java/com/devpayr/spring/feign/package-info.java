/** Auto-configuration of the Feign transport. */
@NullMarked
package com.devpayr.spring.feign;

import org.jspecify.annotations.NullMarked;
