/** The backend of a shop, which creates and revokes licenses on payment events and shows them on a dashboard. */
@NullMarked
package com.devpayr.examples.billing;

import org.jspecify.annotations.NullMarked;
