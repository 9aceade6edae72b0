/** Small private files for state that must survive a restart. */
@NullMarked
package com.devpayr.internal.file;

import org.jspecify.annotations.NullMarked;
