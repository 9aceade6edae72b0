/** Finding resources by their unique names, and creating those that do not exist. */
@NullMarked
package com.devpayr.internal.provision;

import org.jspecify.annotations.NullMarked;
