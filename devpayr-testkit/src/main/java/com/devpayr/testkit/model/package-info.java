/** What a test tells the platform, and what it hears of it. */
@NullMarked
package com.devpayr.testkit.model;

import org.jspecify.annotations.NullMarked;
