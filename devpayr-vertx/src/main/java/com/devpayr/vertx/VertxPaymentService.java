package com.devpayr.vertx;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.payment.PaymentStatus;
import io.vertx.core.Future;

/**
 * Payment status as the backend sees it, by API key, on Vert.x.
 *
 * <pre>{@code
 * devpayr.payments().status(projectId, PaymentQuery.ofProject()).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link PaymentService} throws.
 *
 * <p>Source: wire contract, section 3, payment status.
 */
public interface VertxPaymentService {
    /** Whether the project, or the calling domain in it, has been paid for; 403 when the domain is not the project's. */
    @Calls(Operation.PAYMENT_STATUS)
    Future<PaymentStatus> status(long projectId, PaymentQuery query);
}
