package com.devpayr.payment;

import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;

/**
 * Payment status as the backend sees it, by API key.
 *
 * <pre>{@code
 * boolean paid = devpayr.payments().status(projectId, PaymentQuery.ofProject()).hasPaid();
 * }</pre>
 *
 * <p>Every method throws {@link com.devpayr.error.DevPayrException}: a subtype of {@link
 * com.devpayr.error.ApiException} when DevPayr says no, {@link com.devpayr.error.TransportException} when it was not
 * reached, {@link com.devpayr.error.MissingCredentialException} when the credential is not configured.
 *
 * <p>Source: wire contract, section 3, payment status.
 */
public interface PaymentService {
    /** Whether the project, or the calling domain in it, has been paid for; 403 when the domain is not the project's. */
    @Calls(Operation.PAYMENT_STATUS)
    PaymentStatus status(long projectId, PaymentQuery query);
}
