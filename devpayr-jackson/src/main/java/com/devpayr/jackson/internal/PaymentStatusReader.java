package com.devpayr.jackson.internal;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.payment.PaymentStatus;
import java.util.List;

/** Reads a {@link PaymentStatus}. A null status is an error rather than unpaid: without a status there is no result. */
final class PaymentStatusReader extends ObjectReader<PaymentStatus> {
    private final Field<Boolean> hasPaid = nonNullField("has_paid", ValueReaders::bool);
    private final Field<List<DeliveredInjectable>> injectables =
            field("injectables", ValueReaders.listOf(new DeliveredInjectableReader()));

    @Override
    PaymentStatus create(Values values) {
        return PaymentStatus.builder(values.require(hasPaid))
                .injectables(values.get(injectables, List.of()))
                .build();
    }
}
