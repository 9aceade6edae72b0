package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stub of DevPayr with configurable responses. */
final class DevPayrStub {
    static final String REVOKED = "This license has been revoked.";

    private final AtomicInteger requests = new AtomicInteger();
    private volatile Supplier<PaymentStatus> response =
            () -> PaymentStatus.builder(true).build();
    private volatile PaymentQuery lastQuery = PaymentQuery.ofProject();

    void allow() {
        response = () -> PaymentStatus.builder(true).build();
    }

    void markUnpaid() {
        response = () -> PaymentStatus.builder(false).build();
    }

    void deny(String words) {
        fail(status(403, words));
    }

    void becomeUnreachable() {
        fail(new TransportException(Operation.PAYMENT_CHECK, TransportException.Kind.CONNECT, null));
    }

    void fail(RuntimeException failure) {
        response = () -> {
            throw failure;
        };
    }

    void fail(Error failure) {
        response = () -> {
            throw failure;
        };
    }

    void respond(Supplier<PaymentStatus> supplier) {
        response = supplier;
    }

    static ApiException status(int status, @Nullable String words) {
        return status(status, words, null);
    }

    static ApiException status(int status, @Nullable String words, @Nullable Duration retryAfter) {
        return ApiException.builder(Operation.PAYMENT_CHECK, status)
                .message(words)
                .retryAfter(retryAfter)
                .build();
    }

    int requests() {
        return requests.get();
    }

    PaymentQuery lastQuery() {
        return lastQuery;
    }

    /** Returns a client that calls this stub. */
    DevPayr client(DevPayrConfig config) {
        return DevPayr.create(config, new CallTransport() {
            @Override
            public Object call(Operation operation, List<Object> arguments, CallContext context) {
                config.credential(operation); // transports read the credential before they send a request
                return DevPayrStub.this.respond(operation, arguments);
            }

            @Override
            public void close() {}
        });
    }

    private PaymentStatus respond(Operation operation, List<Object> arguments) {
        assertThat(operation).isEqualTo(Operation.PAYMENT_CHECK);
        requests.incrementAndGet();
        lastQuery = (PaymentQuery) arguments.get(0);
        return response.get();
    }
}
