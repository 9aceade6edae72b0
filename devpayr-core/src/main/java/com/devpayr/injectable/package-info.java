/** Injectables: encrypted files and snippets that are delivered to licensed copies. */
@NullMarked
package com.devpayr.injectable;

import org.jspecify.annotations.NullMarked;
