/** JUnit Jupiter support. */
@NullMarked
package com.devpayr.testkit.junit;

import org.jspecify.annotations.NullMarked;
