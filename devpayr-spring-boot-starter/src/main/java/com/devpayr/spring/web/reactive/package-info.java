/** License enforcement for Spring WebFlux. */
@NullMarked
package com.devpayr.spring.web.reactive;

import org.jspecify.annotations.NullMarked;
