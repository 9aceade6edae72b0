/** The domains of a project, on which its licensed applications run. */
@NullMarked
package com.devpayr.domain;

import org.jspecify.annotations.NullMarked;
