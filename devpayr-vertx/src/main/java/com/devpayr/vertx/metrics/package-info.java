/** What Micrometer sees of the clients and guards; for those who have it. */
@NullMarked
package com.devpayr.vertx.metrics;

import org.jspecify.annotations.NullMarked;
