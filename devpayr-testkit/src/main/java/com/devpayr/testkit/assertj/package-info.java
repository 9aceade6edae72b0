/** AssertJ support. */
@NullMarked
package com.devpayr.testkit.assertj;

import org.jspecify.annotations.NullMarked;
