/** A program of one file that a CI pipeline runs to provision a client. */
@NullMarked
package com.devpayr.examples.ci;

import org.jspecify.annotations.NullMarked;
