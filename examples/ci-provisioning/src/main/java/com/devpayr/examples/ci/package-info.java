/** A single-file program that provisions a customer from a CI pipeline. */
@NullMarked
package com.devpayr.examples.ci;

import org.jspecify.annotations.NullMarked;
