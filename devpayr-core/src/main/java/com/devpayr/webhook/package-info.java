/** Webhooks of DevPayr: verification of deliveries, and the events in them. */
@NullMarked
package com.devpayr.webhook;

import org.jspecify.annotations.NullMarked;
