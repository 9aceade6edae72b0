package com.devpayr.testkit.internal.platform;

import com.devpayr.testkit.model.RecordedRequest;
import java.util.List;

/**
 * The latest requests of the log. Requests are numbered from 1.
 *
 * @param end the number of the latest request; 0 if there was none
 * @param dropped the number of the latest request that the log no longer contains; 0 if it contains all
 * @param requests the latest, oldest first
 */
public record RequestLogTail(long end, long dropped, List<RecordedRequest> requests) {}
