/** The blocking transport on Feign: annotated interfaces that are the ports, and two hooks that ask the core. */
@NullMarked
package com.devpayr.feign;

import org.jspecify.annotations.NullMarked;
