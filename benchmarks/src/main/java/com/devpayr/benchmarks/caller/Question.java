package com.devpayr.benchmarks.caller;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is asked. */
public enum Question {
    /** A backend reads one license. */
    LICENSE(RequestSpec.of(Operation.LICENSE_GET, List.of(7L, 12L))) {
        @Override
        public License ask(DevPayr devpayr) {
            return devpayr.licenses().get(7, 12);
        }

        @Override
        public CompletableFuture<License> ask(AsyncDevPayr devpayr) {
            return devpayr.licenses().get(7, 12);
        }
    },
    /** A running copy asks whether it may run. */
    CHECK(RequestSpec.of(Operation.PAYMENT_CHECK, List.of(PaymentQuery.ofProject()))) {
        @Override
        public PaymentStatus ask(DevPayr devpayr) {
            return devpayr.runtime().checkPayment(PaymentQuery.ofProject());
        }

        @Override
        public CompletableFuture<PaymentStatus> ask(AsyncDevPayr devpayr) {
            return devpayr.runtime().checkPayment(PaymentQuery.ofProject());
        }
    };

    final Operation operation;

    /** Path and query, relative to the base URL. */
    final String target;

    final boolean hasBody;

    Question(RequestSpec spec) {
        this.operation = spec.operation();
        this.target = spec.target();
        this.hasBody = spec.body() != null;
    }

    /** Asks through a port. */
    public abstract Object ask(DevPayr devpayr);

    /** Asks through an asynchronous port. */
    public abstract CompletableFuture<?> ask(AsyncDevPayr devpayr);
}
