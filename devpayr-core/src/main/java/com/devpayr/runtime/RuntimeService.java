package com.devpayr.runtime;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;

/**
 * Access to payment status and injectables for the running application. Requires a license key.
 *
 * <pre>{@code
 * boolean mayRun = devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
 * }</pre>
 *
 * <p>Methods throw {@link com.devpayr.error.DevPayrException}: a subtype of {@link com.devpayr.error.ApiException} if
 * DevPayr rejects the request, {@link com.devpayr.error.TransportException} if DevPayr cannot be reached or the connection
 * is lost, and {@link com.devpayr.error.MissingCredentialException} if no license key is configured.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status and Injectables.
 */
public interface RuntimeService {
    /**
     * Returns the payment status, which says whether the application may run. Each call counts against the daily limit of
     * the license. Fails with status 403 if DevPayr denies the license: revoked, expired, wrong domain.
     */
    @ApiOperation(Operation.PAYMENT_CHECK)
    PaymentStatus checkPayment(PaymentQuery query);

    /** Returns one page of the injectables of the application, with their encrypted payloads. */
    @ApiOperation(Operation.INJECTABLE_STREAM)
    Page<DeliveredInjectable> injectables(PageRequest page);

    /** Returns all injectables of the application, fetched page by page as they are read. */
    default PagedIterable<DeliveredInjectable> listAllInjectables() {
        return new PagedIterable<>(Operation.INJECTABLE_STREAM, page -> injectables(page));
    }
}
