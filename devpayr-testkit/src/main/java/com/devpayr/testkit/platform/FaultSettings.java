package com.devpayr.testkit.platform;

import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which faults are switched on.
 *
 * @param requests how many requests a credential may make in a window; null for any number
 * @param window how long it is; null when there is no limit
 * @param staleReads whether single reads come from a cache
 * @param prepared how many prepared answers wait, by operation
 */
public record FaultSettings(
        @Nullable Integer requests, @Nullable Duration window, boolean staleReads, Map<Operation, Integer> prepared) {}
