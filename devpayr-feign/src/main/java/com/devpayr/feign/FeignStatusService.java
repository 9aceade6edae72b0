package com.devpayr.feign;

import com.devpayr.status.StatusService;
import feign.RequestLine;

/** {@link StatusService} with the annotations of Feign. */
interface FeignStatusService extends StatusService {
    @Override
    @RequestLine("GET /")
    void ping();
}
