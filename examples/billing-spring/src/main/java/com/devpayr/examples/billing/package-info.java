/** A shop's backend: payment events come in, DevPayr's licenses process them, a page shows both. */
@NullMarked
package com.devpayr.examples.billing;

import org.jspecify.annotations.NullMarked;
