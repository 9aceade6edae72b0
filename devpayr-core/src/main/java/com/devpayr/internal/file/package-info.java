/** Small files that hold what a running copy must remember: private to their owner, whole or absent. */
@NullMarked
package com.devpayr.internal.file;

import org.jspecify.annotations.NullMarked;
