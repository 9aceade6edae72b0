/** What a web application answers while its copy is not licensed: decided here once for every web framework. */
@NullMarked
package com.devpayr.enforcement;

import org.jspecify.annotations.NullMarked;
