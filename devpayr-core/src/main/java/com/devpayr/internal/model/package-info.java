/** Building blocks of the model and its drafts. */
@NullMarked
package com.devpayr.internal.model;

import org.jspecify.annotations.NullMarked;
