/** Failure analyzers for configuration errors at startup. */
@NullMarked
package com.devpayr.spring.diagnosis;

import org.jspecify.annotations.NullMarked;
