/** The emulator as a command-line program with an optional state file. */
@NullMarked
package com.devpayr.emulator;

import org.jspecify.annotations.NullMarked;
