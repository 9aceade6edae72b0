/** Policies for all transports: headers, and the translation of errors to exceptions. */
@NullMarked
package com.devpayr.internal.policy;

import org.jspecify.annotations.NullMarked;
