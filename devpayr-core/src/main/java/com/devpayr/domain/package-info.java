/** Project domains: where a project's copies may run. */
@NullMarked
package com.devpayr.domain;

import org.jspecify.annotations.NullMarked;
