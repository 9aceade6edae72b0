/** A desktop application that checks its license. The logic is independent of Swing. */
@NullMarked
package com.devpayr.examples.desktop;

import org.jspecify.annotations.NullMarked;
