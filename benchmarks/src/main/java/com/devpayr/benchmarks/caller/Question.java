package com.devpayr.benchmarks.caller;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.internal.wire.WireCall;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is asked. */
public enum Question {
    /** A backend reads one license. */
    LICENSE(WireCall.of(Operation.LICENSE_GET, List.of(7L, 12L)), License.class) {
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
    CHECK(WireCall.of(Operation.PAYMENT_CHECK, List.of(PaymentQuery.ofProject())), PaymentStatus.class) {
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
    final Class<?> answer;

    /** Path and query, relative to the base URL. */
    final String target;

    final boolean hasBody;

    Question(WireCall call, Class<?> answer) {
        this.operation = call.operation();
        this.answer = answer;
        this.target = call.rawQuery() == null ? call.path() : call.path() + "?" + call.rawQuery();
        this.hasBody = call.body() != null;
    }

    /** Asks through a port. */
    public abstract Object ask(DevPayr devpayr);

    /** Asks through an asynchronous port. */
    public abstract CompletableFuture<?> ask(AsyncDevPayr devpayr);
}
