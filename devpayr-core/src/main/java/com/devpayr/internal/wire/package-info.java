/** What a port's call says on the wire, before any technology has it. */
@NullMarked
package com.devpayr.internal.wire;

import org.jspecify.annotations.NullMarked;
