package com.devpayr.feign;

import com.devpayr.call.RawResult;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import feign.RequestLine;

/** Requests to any endpoint. The options of a request determine its method, path and body, which Feign would encode. */
interface FeignRawService {
    @ApiOperation(Operation.RAW_READ)
    @RequestLine("GET /")
    RawResult read();

    @ApiOperation(Operation.RAW_WRITE)
    @RequestLine("POST /")
    RawResult write();
}
