package com.devpayr.runtime;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import java.util.concurrent.CompletableFuture;

/**
 * What a running copy asks, by license key for those who may not block.
 *
 * <pre>{@code
 * devpayr.runtime().checkPayment(PaymentQuery.ofProject()).thenAccept(this::decide);
 * }</pre>
 *
 * <p>Every future fails with the exceptions that {@link RuntimeService} throws, not wrapped; no method throws by itself.
 *
 * <p>Source: wire contract, section 3, payment status and injectable stream.
 */
public interface AsyncRuntimeService {
    /** Whether this copy has been paid for. 403 means that DevPayr refuses it: revoked, expired, wrong domain. Each call counts against the license's daily limit. */
    @Calls(Operation.PAYMENT_CHECK)
    CompletableFuture<PaymentStatus> checkPayment(PaymentQuery query);

    /** One page of the injectables that this copy may have, with their encrypted payloads. */
    @Calls(Operation.INJECTABLE_STREAM)
    CompletableFuture<Page<DeliveredInjectable>> injectables(PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedPublisher<DeliveredInjectable> listAllInjectables() {
        return new PagedPublisher<>(Operation.INJECTABLE_STREAM, page -> injectables(page));
    }
}
