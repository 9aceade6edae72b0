/** The whole story of a license, on an emulator in this process. */
@NullMarked
package com.devpayr.examples.quickstart;

import org.jspecify.annotations.NullMarked;
