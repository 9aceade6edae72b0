/** The path of a call: one proxy for each port, one list of interceptors, then the transport. */
@NullMarked
package com.devpayr.internal.call;

import org.jspecify.annotations.NullMarked;
