package com.devpayr.runtime;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;

/**
 * What a running copy asks, by license key.
 *
 * <pre>{@code
 * boolean mayRun = devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
 * }</pre>
 *
 * <p>Every method throws {@link com.devpayr.error.DevPayrException}: a subtype of {@link
 * com.devpayr.error.ApiException} when DevPayr says no, {@link com.devpayr.error.TransportException} when it was not
 * reached, {@link com.devpayr.error.MissingCredentialException} when the credential is not configured.
 *
 * <p>Source: wire contract, section 3, payment status and injectable stream.
 */
public interface RuntimeService {
    /** Whether this copy has been paid for. 403 means that DevPayr refuses it: revoked, expired, wrong domain. Each call counts against the license's daily limit. */
    @Calls(Operation.PAYMENT_CHECK)
    PaymentStatus checkPayment(PaymentQuery query);

    /** One page of the injectables that this copy may have, with their encrypted payloads. */
    @Calls(Operation.INJECTABLE_STREAM)
    Page<DeliveredInjectable> injectables(PageRequest page);

    /** All of them, fetched page by page as they are read. */
    default PagedIterable<DeliveredInjectable> listAllInjectables() {
        return new PagedIterable<>(Operation.INJECTABLE_STREAM, page -> injectables(page));
    }
}
