/** The blocking transport on Feign: the services with Feign's annotations. */
@NullMarked
package com.devpayr.feign;

import org.jspecify.annotations.NullMarked;
