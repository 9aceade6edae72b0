/** DevPayr for JUnit's Jupiter: a platform for each test. */
@NullMarked
package com.devpayr.testkit.junit;

import org.jspecify.annotations.NullMarked;
