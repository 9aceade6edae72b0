package com.devpayr.internal.call;

import com.devpayr.call.RawResult;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asynchronous requests to endpoints that this library has no operation for. */
public interface AsyncRawService {
    /** Sends a request that changes nothing. */
    @ApiOperation(Operation.RAW_READ)
    CompletableFuture<RawResult> read(RawCall call);

    /** Sends a request that may change something. */
    @ApiOperation(Operation.RAW_WRITE)
    CompletableFuture<RawResult> write(RawCall call);

    /** Sends a request. A request that is not allowed fails the future. */
    default CompletableFuture<RawResult> send(Supplier<RawCall> request) {
        try {
            RawCall call = request.get();
            return call.operation() == Operation.RAW_READ ? read(call) : write(call);
        } catch (RuntimeException invalid) {
            return CompletableFuture.failedFuture(invalid);
        }
    }
}
