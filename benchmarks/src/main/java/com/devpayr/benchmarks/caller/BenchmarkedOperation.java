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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

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
    /** Reads a random one of a thousand licenses with an API key, so that successive calls have different URLs. */
    RANDOM_LICENSE(RequestSpec.of(Operation.LICENSE_GET, List.of(7L, 12L))) {
        @Override
        public License call(DevPayr devpayr) {
            return devpayr.licenses().get(7, licenseId());
        }

        @Override
        public CompletableFuture<License> call(AsyncDevPayr devpayr) {
            return devpayr.licenses().get(7, licenseId());
        }

        @Override
        Supplier<String> urls(String baseUrl) {
            String prefix = baseUrl + "project/7/licenses/";
            return () -> prefix + licenseId();
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
    private final String target;

    final boolean hasBody;

    BenchmarkedOperation(RequestSpec spec) {
        this.operation = spec.operation();
        this.target = spec.target();
        this.hasBody = spec.body() != null;
    }

    /** Returns a supplier of the URLs to call. */
    Supplier<String> urls(String baseUrl) {
        String url = baseUrl + target;
        return () -> url;
    }

    /** Returns a random license ID from 1 to 1000. */
    static long licenseId() {
        return ThreadLocalRandom.current().nextLong(1, 1001);
    }

    /** Calls the operation with a blocking client. */
    public abstract Object call(DevPayr devpayr);

    /** Calls the operation with an asynchronous client. */
    public abstract CompletableFuture<?> call(AsyncDevPayr devpayr);
}
