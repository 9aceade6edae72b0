package com.devpayr.status;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;

/**
 * Access to the availability of DevPayr's API. Requires no credential; see {@link com.devpayr.DevPayr#ping()}.
 *
 * <pre>{@code
 * devpayr.ping(); // throws if DevPayr cannot be reached
 * }</pre>
 *
 * <p>Methods throw {@link com.devpayr.error.DevPayrException}: a subtype of {@link com.devpayr.error.ApiException} if
 * DevPayr rejects the request, and {@link com.devpayr.error.TransportException} if DevPayr cannot be reached or the
 * connection is lost.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
public interface StatusService {
    /** Sends a request to the root of the API, to check that DevPayr responds. */
    @ApiOperation(Operation.PING)
    void ping();
}
