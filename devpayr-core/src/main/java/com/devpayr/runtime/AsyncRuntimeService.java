package com.devpayr.runtime;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedPublisher;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import java.util.concurrent.CompletableFuture;

/**
 * Asynchronous access to payment status and injectables for the running application. Requires a license key.
 *
 * <pre>{@code
 * devpayr.runtime().checkPayment(PaymentQuery.ofProject()).thenAccept(this::decide);
 * }</pre>
 *
 * <p>Futures fail with the exceptions that {@link RuntimeService} throws, not wrapped. The methods themselves never throw.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status and Injectables.
 */
public interface AsyncRuntimeService {
    /**
     * Returns the payment status, which says whether the application may run. Each call counts against the daily limit of
     * the license. Fails with status 403 if DevPayr denies the license: revoked, expired, wrong domain.
     */
    @ApiOperation(Operation.PAYMENT_CHECK)
    CompletableFuture<PaymentStatus> checkPayment(PaymentQuery query);

    /** Returns one page of the injectables of the application, with their encrypted payloads. */
    @ApiOperation(Operation.INJECTABLE_STREAM)
    CompletableFuture<Page<DeliveredInjectable>> injectables(PageRequest page);

    /** Returns all injectables of the application, fetched page by page as they are read. */
    default PagedPublisher<DeliveredInjectable> listAllInjectables() {
        return new PagedPublisher<>(Operation.INJECTABLE_STREAM, page -> injectables(page));
    }
}
