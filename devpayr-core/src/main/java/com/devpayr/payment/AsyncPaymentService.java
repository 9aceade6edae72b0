package com.devpayr.payment;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;

/**
 * Asynchronous access to payment status for a vendor's backend. Requires an API key.
 *
 * <pre>{@code
 * devpayr.payments().status(projectId, PaymentQuery.ofProject()).thenAccept(this::show);
 * }</pre>
 *
 * <p>Futures fail with the exceptions that {@link PaymentService} throws, not wrapped. The methods themselves never throw.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status.
 */
public interface AsyncPaymentService {
    /**
     * Returns the payment status of the project, or of the calling domain in it. Fails with status 403 if the domain
     * does not belong to the project.
     */
    @ApiOperation(Operation.PAYMENT_STATUS)
    CompletableFuture<PaymentStatus> status(long projectId, PaymentQuery query);
}
