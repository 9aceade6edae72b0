/** DevPayr for AssertJ: what reached the platform. */
@NullMarked
package com.devpayr.testkit.assertj;

import org.jspecify.annotations.NullMarked;
