/** The command line of DevPayr: {@code java -jar devpayr-cli.jar licenses list 7}. */
@NullMarked
package com.devpayr.cli;

import org.jspecify.annotations.NullMarked;
