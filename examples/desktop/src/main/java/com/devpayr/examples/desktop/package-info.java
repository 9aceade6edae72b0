/** A desktop application that asks for its license: the logic without Swing, and a small window on top. */
@NullMarked
package com.devpayr.examples.desktop;

import org.jspecify.annotations.NullMarked;
