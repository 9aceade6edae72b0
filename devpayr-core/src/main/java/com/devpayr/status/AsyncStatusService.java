package com.devpayr.status;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;

/**
 * Asynchronous access to the availability of DevPayr's API. Requires no credential; see {@link
 * com.devpayr.AsyncDevPayr#ping()}.
 *
 * <pre>{@code
 * devpayr.ping().exceptionally(this::report);
 * }</pre>
 *
 * <p>Futures fail with the exceptions that {@link StatusService} throws, not wrapped. The methods themselves never throw.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
public interface AsyncStatusService {
    /** Sends a request to the root of the API, to check that DevPayr responds. */
    @ApiOperation(Operation.PING)
    CompletableFuture<Void> ping();
}
