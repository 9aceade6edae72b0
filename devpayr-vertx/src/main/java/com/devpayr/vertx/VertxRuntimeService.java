package com.devpayr.vertx;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import io.vertx.core.Future;

/**
 * What a running copy asks, by license key, on Vert.x.
 *
 * <pre>{@code
 * devpayr.runtime().checkPayment(PaymentQuery.ofProject()).onSuccess(this::decide);
 * }</pre>
 *
 * <p>Every future is completed on the caller's context, and fails with the exceptions that {@link RuntimeService} throws.
 *
 * <p>Source: wire contract, section 3, payment status and injectable stream.
 */
public interface VertxRuntimeService {
    /** Whether this copy has been paid for. 403 means that DevPayr refuses it: revoked, expired, wrong domain. Each call counts against the license's daily limit. */
    @Calls(Operation.PAYMENT_CHECK)
    Future<PaymentStatus> checkPayment(PaymentQuery query);

    /** One page of the injectables that this copy may have, with their encrypted payloads. */
    @Calls(Operation.INJECTABLE_STREAM)
    Future<Page<DeliveredInjectable>> injectables(PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default VertxPagedList<DeliveredInjectable> listAllInjectables() {
        return new VertxPagedList<>(Operation.INJECTABLE_STREAM, page -> injectables(page));
    }
}
