/** License enforcement in web applications. */
@NullMarked
package com.devpayr.spring.web;

import org.jspecify.annotations.NullMarked;
