/**
 * The contract suite: every behaviour of a client, once, whatever transport carries it. A transport passes it by
 * extending {@link com.devpayr.testkit.contract.EmulatedContract}.
 */
@NullMarked
package com.devpayr.testkit.contract;

import org.jspecify.annotations.NullMarked;
