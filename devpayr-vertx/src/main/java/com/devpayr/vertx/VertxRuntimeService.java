package com.devpayr.vertx;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import io.vertx.core.Future;

/**
 * The calls of a licensed application at run time, with Vert.x futures. Requires a license key.
 *
 * <pre>{@code
 * devpayr.runtime().checkPayment(PaymentQuery.ofProject()).onSuccess(this::decide);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link RuntimeService} throws.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status and Injectables.
 */
public interface VertxRuntimeService {
    /**
     * Returns whether the application has been paid for. Fails with a {@code ForbiddenException} if DevPayr denies the
     * license, for example because it is revoked, has expired or belongs to another domain. Each call counts toward the
     * license's daily limit.
     */
    @ApiOperation(Operation.PAYMENT_CHECK)
    Future<PaymentStatus> checkPayment(PaymentQuery query);

    /** Returns one page of the injectables that the application may use, with their encrypted payloads. */
    @ApiOperation(Operation.INJECTABLE_STREAM)
    Future<Page<DeliveredInjectable>> injectables(PageRequest page);

    /** Returns all injectables that the application may use, with their encrypted payloads, fetched page by page. */
    default VertxPagedStream<DeliveredInjectable> listAllInjectables() {
        return new VertxPagedStream<>(Operation.INJECTABLE_STREAM, page -> injectables(page));
    }
}
