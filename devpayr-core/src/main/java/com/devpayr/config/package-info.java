/** Client configuration: credentials, domain, base URL, timeouts and limits. */
@NullMarked
package com.devpayr.config;

import org.jspecify.annotations.NullMarked;
