/** Payment status: has this project or domain been paid? */
@NullMarked
package com.devpayr.payment;

import org.jspecify.annotations.NullMarked;
