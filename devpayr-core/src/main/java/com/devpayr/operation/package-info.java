/** The operations of the DevPayr API, with their routes, credentials and retry safety. */
@NullMarked
package com.devpayr.operation;

import org.jspecify.annotations.NullMarked;
