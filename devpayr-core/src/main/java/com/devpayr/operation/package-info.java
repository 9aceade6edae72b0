/** What DevPayr can be asked to do: one constant per operation, with its credential and what repeating it means. */
@NullMarked
package com.devpayr.operation;

import org.jspecify.annotations.NullMarked;
