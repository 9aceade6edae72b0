/** Injectables: encrypted content that DevPayr delivers to licensed applications. */
@NullMarked
package com.devpayr.injectable;

import org.jspecify.annotations.NullMarked;
