package com.devpayr.payment;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;

/**
 * Payment status as the backend sees it, by API key for those who may not block.
 *
 * <pre>{@code
 * devpayr.payments().status(projectId, PaymentQuery.ofProject()).thenAccept(this::show);
 * }</pre>
 *
 * <p>Every future fails with the exceptions that {@link PaymentService} throws, not wrapped; no method throws by itself.
 *
 * <p>Source: wire contract, section 3, payment status.
 */
public interface AsyncPaymentService {
    /** Whether the project, or the calling domain in it, has been paid for; 403 when the domain is not the project's. */
    @Calls(Operation.PAYMENT_STATUS)
    CompletableFuture<PaymentStatus> status(long projectId, PaymentQuery query);
}
