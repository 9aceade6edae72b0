package com.devpayr.payment;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;

/**
 * Access to payment status for a vendor's backend. Requires an API key.
 *
 * <pre>{@code
 * boolean paid = devpayr.payments().status(projectId, PaymentQuery.ofProject()).hasPaid();
 * }</pre>
 *
 * <p>Methods throw {@link com.devpayr.error.DevPayrException}: a subtype of {@link com.devpayr.error.ApiException} if
 * DevPayr rejects the request, {@link com.devpayr.error.TransportException} if DevPayr cannot be reached or the connection
 * is lost, and {@link com.devpayr.error.MissingCredentialException} if no API key is configured.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status.
 */
public interface PaymentService {
    /**
     * Returns the payment status of the project, or of the calling domain in it. Fails with status 403 if the domain
     * does not belong to the project.
     */
    @ApiOperation(Operation.PAYMENT_STATUS)
    PaymentStatus status(long projectId, PaymentQuery query);
}
