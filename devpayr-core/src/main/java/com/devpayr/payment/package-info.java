/** Payment status of projects and domains. */
@NullMarked
package com.devpayr.payment;

import org.jspecify.annotations.NullMarked;
