/** Auto-configuration of the in-memory transport for tests. */
@NullMarked
package com.devpayr.spring.inmemory;

import org.jspecify.annotations.NullMarked;
