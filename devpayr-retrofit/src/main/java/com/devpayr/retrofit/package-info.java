/**
 * The transport on Retrofit, blocking and asynchronous: annotated interfaces that are the ports. Retrofit fills in the
 * routes; parameter objects travel as tags, and one hook spreads them the way the core says.
 */
@NullMarked
package com.devpayr.retrofit;

import org.jspecify.annotations.NullMarked;
