/** An admin dashboard: shows projects, licenses and domains, and revokes and reactivates licenses. */
@NullMarked
package com.devpayr.examples.dashboard;

import org.jspecify.annotations.NullMarked;
