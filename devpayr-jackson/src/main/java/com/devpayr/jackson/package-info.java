/** Clients over any HTTP library, webhooks, and injectables that a browser forwards. */
@NullMarked
package com.devpayr.jackson;

import org.jspecify.annotations.NullMarked;
