package com.devpayr.vertx;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.status.StatusService;
import io.vertx.core.Future;

/**
 * Access to the availability of DevPayr's API with Vert.x futures. Requires no credential; see {@link VertxDevPayr#ping()}.
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link StatusService} throws.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
interface VertxStatusService {
    /** Sends a request to the root of the API, to check that DevPayr responds. */
    @ApiOperation(Operation.PING)
    Future<Void> ping();
}
