/** Webhook endpoint for Spring WebFlux. */
@NullMarked
package com.devpayr.spring.webhook.reactive;

import org.jspecify.annotations.NullMarked;
