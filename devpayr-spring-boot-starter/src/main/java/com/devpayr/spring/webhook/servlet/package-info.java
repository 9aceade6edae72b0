/** Webhook endpoint for Spring MVC. */
@NullMarked
package com.devpayr.spring.webhook.servlet;

import org.jspecify.annotations.NullMarked;
