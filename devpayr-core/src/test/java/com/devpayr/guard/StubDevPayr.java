package com.devpayr.guard;

import com.devpayr.error.ApiException;
import com.devpayr.error.ApiFailure;
import com.devpayr.error.TransportException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** DevPayr as the guard sees it, answering what it was told to. */
final class StubDevPayr implements RuntimeService {
    static final String REVOKED = "This license has been revoked.";

    private final AtomicInteger requests = new AtomicInteger();
    private volatile Supplier<PaymentStatus> answer =
            () -> PaymentStatus.builder(true).build();
    private volatile PaymentQuery lastQuery = PaymentQuery.ofProject();

    void allow() {
        answer = () -> PaymentStatus.builder(true).build();
    }

    void owe() {
        answer = () -> PaymentStatus.builder(false).build();
    }

    void refuse(String words) {
        fail(status(403, words));
    }

    void disappear() {
        fail(new TransportException(Operation.PAYMENT_CHECK, TransportException.Kind.CONNECT, null));
    }

    void fail(RuntimeException failure) {
        answer = () -> {
            throw failure;
        };
    }

    void answer(Supplier<PaymentStatus> supplier) {
        answer = supplier;
    }

    static ApiException status(int status, @Nullable String words) {
        return status(status, words, null);
    }

    static ApiException status(int status, @Nullable String words, @Nullable Duration retryAfter) {
        return ApiException.of(ApiFailure.builder(Operation.PAYMENT_CHECK, status)
                .message(words)
                .retryAfter(retryAfter)
                .build());
    }

    int requests() {
        return requests.get();
    }

    PaymentQuery lastQuery() {
        return lastQuery;
    }

    @Override
    public PaymentStatus checkPayment(PaymentQuery query) {
        requests.incrementAndGet();
        lastQuery = query;
        return answer.get();
    }

    @Override
    public Page<DeliveredInjectable> injectables(PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
