package com.devpayr.vertx;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.payment.PaymentStatus;
import io.vertx.core.Future;

/**
 * Access to the payment status of projects and domains with Vert.x futures. Requires an API key.
 *
 * <pre>{@code
 * devpayr.payments().status(projectId, PaymentQuery.ofProject()).onSuccess(this::show);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link PaymentService} throws.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status.
 */
public interface VertxPaymentService {
    /**
     * Returns the payment status of a project, or of the calling domain in it. Fails with a {@code ForbiddenException}
     * if the domain does not belong to the project.
     */
    @ApiOperation(Operation.PAYMENT_STATUS)
    Future<PaymentStatus> status(long projectId, PaymentQuery query);
}
