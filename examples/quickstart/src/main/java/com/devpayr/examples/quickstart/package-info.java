/** The life cycle of a license, with an emulator in the same process. */
@NullMarked
package com.devpayr.examples.quickstart;

import org.jspecify.annotations.NullMarked;
