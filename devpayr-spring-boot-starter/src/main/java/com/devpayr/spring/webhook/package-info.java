/** Reception of DevPayr's webhooks, and their publication as application events. */
@NullMarked
package com.devpayr.spring.webhook;

import org.jspecify.annotations.NullMarked;
