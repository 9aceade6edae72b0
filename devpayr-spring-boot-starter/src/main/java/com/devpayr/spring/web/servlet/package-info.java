/** Enforcement for Spring MVC and every other servlet. */
@NullMarked
package com.devpayr.spring.web.servlet;

import org.jspecify.annotations.NullMarked;
