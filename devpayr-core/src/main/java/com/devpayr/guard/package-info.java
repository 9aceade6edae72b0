/**
 * The license guard: {@link com.devpayr.guard.LicenseGuard} checks the license of the running application with DevPayr,
 * caches the verdict and tolerates outages. The states and transitions are listed in {@code docs/license-guard.md}.
 */
@NullMarked
package com.devpayr.guard;

import org.jspecify.annotations.NullMarked;
