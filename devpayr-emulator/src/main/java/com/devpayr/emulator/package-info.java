/** The emulator as a program: its command line, and a file that keeps its state. */
@NullMarked
package com.devpayr.emulator;

import org.jspecify.annotations.NullMarked;
