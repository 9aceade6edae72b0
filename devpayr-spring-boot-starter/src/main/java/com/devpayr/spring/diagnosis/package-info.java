/** What is said when the application cannot start for a reason of DevPayr's settings. */
@NullMarked
package com.devpayr.spring.diagnosis;

import org.jspecify.annotations.NullMarked;
