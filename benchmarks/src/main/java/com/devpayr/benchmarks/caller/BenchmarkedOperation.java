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

/** An operation to measure. */
public enum BenchmarkedOperation {
    /** Reads one license with an API key. */
    LICENSE(RequestSpec.of(Operation.LICENSE_GET, List.of(7L, 12L))) {
        @Override
        public License call(DevPayr devpayr) {
            return devpayr.licenses().get(7, 12);
        }

        @Override
        public CompletableFuture<License> call(AsyncDevPayr devpayr) {
            return devpayr.licenses().get(7, 12);
        }
    },
    /** Checks the license with a license key. */
    CHECK(RequestSpec.of(Operation.PAYMENT_CHECK, List.of(PaymentQuery.ofProject()))) {
        @Override
        public PaymentStatus call(DevPayr devpayr) {
            return devpayr.runtime().checkPayment(PaymentQuery.ofProject());
        }

        @Override
        public CompletableFuture<PaymentStatus> call(AsyncDevPayr devpayr) {
            return devpayr.runtime().checkPayment(PaymentQuery.ofProject());
        }
    };

    final Operation operation;

    /** Path and query, relative to the base URL. */
    final String target;

    final boolean hasBody;

    BenchmarkedOperation(RequestSpec spec) {
        this.operation = spec.operation();
        this.target = spec.target();
        this.hasBody = spec.body() != null;
    }

    /** Calls the operation with a blocking client. */
    public abstract Object call(DevPayr devpayr);

    /** Calls the operation with an asynchronous client. */
    public abstract CompletableFuture<?> call(AsyncDevPayr devpayr);
}
