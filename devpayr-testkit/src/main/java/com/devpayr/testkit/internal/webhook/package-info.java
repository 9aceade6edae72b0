/** The sending side of webhooks. Internal; use {@link com.devpayr.testkit}. */
@NullMarked
package com.devpayr.testkit.internal.webhook;

import org.jspecify.annotations.NullMarked;
