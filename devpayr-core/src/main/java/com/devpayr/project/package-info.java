/** Projects: the products that a vendor sells. */
@NullMarked
package com.devpayr.project;

import org.jspecify.annotations.NullMarked;
