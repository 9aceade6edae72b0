package com.devpayr.testkit.internal.platform;

import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The enabled faults.
 *
 * @param requests the rate limit per credential and window; null for none
 * @param window the window of the rate limit; null if there is none
 * @param cachedReads whether the caches are enabled
 * @param stubs the number of pending stub responses by operation
 */
public record FaultSettings(
        @Nullable Integer requests, @Nullable Duration window, boolean cachedReads, Map<Operation, Integer> stubs) {}
