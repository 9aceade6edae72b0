/**
 * The contract suite: the behavior that every client must have, independent of its transport. Run it for a transport by
 * extending {@link com.devpayr.testkit.contract.EmulatedContract}.
 */
@NullMarked
package com.devpayr.testkit.contract;

import org.jspecify.annotations.NullMarked;
