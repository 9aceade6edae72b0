/** The creation of a resilience from settings of an integration. */
@NullMarked
package com.devpayr.resilience4j.internal;

import org.jspecify.annotations.NullMarked;
