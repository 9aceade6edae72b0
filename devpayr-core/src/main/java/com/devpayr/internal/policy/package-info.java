/** The rules that every transport asks: which headers to send, which exception an answer becomes. */
@NullMarked
package com.devpayr.internal.policy;

import org.jspecify.annotations.NullMarked;
