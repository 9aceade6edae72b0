/** License enforcement for Spring MVC and other servlets. */
@NullMarked
package com.devpayr.spring.web.servlet;

import org.jspecify.annotations.NullMarked;
