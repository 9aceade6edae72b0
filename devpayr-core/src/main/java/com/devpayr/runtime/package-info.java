/** Services of the running application, which authenticates with a license key. */
@NullMarked
package com.devpayr.runtime;

import org.jspecify.annotations.NullMarked;
