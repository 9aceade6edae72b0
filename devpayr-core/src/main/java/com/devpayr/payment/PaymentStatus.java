package com.devpayr.payment;

import com.devpayr.injectable.DeliveredInjectable;
import java.util.List;

/**
 * Whether a project or domain has been paid for. Unpaid is an answer, not an error.
 *
 * <p>Source: wire contract, section 3, payment status.
 *
 * @param hasPaid whether it has been paid for
 * @param injectables the copy's injectables when they were asked for and it has been paid for; else empty
 */
public record PaymentStatus(boolean hasPaid, List<DeliveredInjectable> injectables) {
    /** Copies the list. */
    public PaymentStatus {
        injectables = List.copyOf(injectables);
    }
}
