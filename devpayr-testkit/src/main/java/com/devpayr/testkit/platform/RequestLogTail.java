package com.devpayr.testkit.platform;

import com.devpayr.testkit.model.RecordedRequest;
import java.util.List;

/**
 * The end of the log of requests, which are numbered from 1 as they come.
 *
 * @param end the number of the latest request; 0 when there was none
 * @param forgotten the number of the latest request that the log no longer holds; 0 when it holds all
 * @param requests the latest, oldest first
 */
public record RequestLogTail(long end, long forgotten, List<RecordedRequest> requests) {}
