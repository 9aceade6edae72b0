package com.devpayr.internal.call;

import com.devpayr.call.RawResult;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import java.util.function.Supplier;

/** Requests to endpoints that this library has no operation for. */
public interface RawService {
    /** Sends a request that changes nothing. */
    @ApiOperation(Operation.RAW_READ)
    RawResult read(RawCall call);

    /** Sends a request that may change something. */
    @ApiOperation(Operation.RAW_WRITE)
    RawResult write(RawCall call);

    /** Sends a request. */
    default RawResult send(Supplier<RawCall> request) {
        RawCall call = request.get();
        return call.operation() == Operation.RAW_READ ? read(call) : write(call);
    }
}
