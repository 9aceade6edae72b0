/** Auto-configuration for applying injectables. */
@NullMarked
package com.devpayr.spring.injectable;

import org.jspecify.annotations.NullMarked;
