/** Interception of whole facades and the bridges between the blocking and the asynchronous style. */
@NullMarked
package com.devpayr.call;

import org.jspecify.annotations.NullMarked;
