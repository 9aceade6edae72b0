/**
 * Whether this copy may run: {@link com.devpayr.guard.LicenseGuard} asks DevPayr, remembers the answer, and gets
 * through outages. The states and what moves between them are in {@code docs/license-guard.md}.
 */
@NullMarked
package com.devpayr.guard;

import org.jspecify.annotations.NullMarked;
