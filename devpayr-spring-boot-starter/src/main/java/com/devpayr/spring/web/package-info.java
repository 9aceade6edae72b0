/** What a web application answers while its copy is not licensed. */
@NullMarked
package com.devpayr.spring.web;

import org.jspecify.annotations.NullMarked;
