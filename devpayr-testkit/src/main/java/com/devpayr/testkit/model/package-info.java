/** Types that tests exchange with the platform: stub responses, recorded requests, clock and scheduler. */
@NullMarked
package com.devpayr.testkit.model;

import org.jspecify.annotations.NullMarked;
