/**
 * The blocking transport on Feign: the services with Feign's annotations.
 *
 * <p>Paths with variables have {@code decodeSlash = false}, since all variables are IDs. Otherwise Feign would compile a regular
 * expression for each variable of each call, to restore slashes in it.
 */
@NullMarked
package com.devpayr.feign;

import org.jspecify.annotations.NullMarked;
