package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DevPayrClientsTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void closesBothClientsThenReleases() {
        clients(() -> closed.add("blocking"), () -> closed.add("asynchronous")).close();

        assertThat(closed).containsExactly("blocking", "asynchronous", "released");
    }

    @Test
    void closesTheOtherClientAndReleasesIfClosingFails() {
        IllegalStateException stuck = new IllegalStateException("stuck");
        DevPayrClients first = clients(failing(stuck), () -> closed.add("asynchronous"));
        DevPayrClients second = clients(() -> closed.add("blocking"), failing(stuck));

        assertThatThrownBy(first::close).isSameAs(stuck);
        assertThat(closed).containsExactly("asynchronous", "released");
        closed.clear();
        assertThatThrownBy(second::close).isSameAs(stuck);
        assertThat(closed).containsExactly("blocking", "released");
    }

    @Test
    void suppressesTheSecondFailure() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");

        assertThatThrownBy(clients(failing(first), failing(second))::close)
                .isSameAs(first)
                .hasSuppressedException(second);
        assertThat(closed).containsExactly("released");
    }

    private DevPayrClients clients(Runnable closeBlocking, Runnable closeAsynchronous) {
        DevPayrConfig config = DevPayrConfig.builder().apiKey("a-key").build();
        return new DevPayrClients(
                DevPayr.create(config, blocking(closeBlocking)),
                AsyncDevPayr.create(config, asynchronous(closeAsynchronous)),
                () -> closed.add("released"));
    }

    private static CallTransport blocking(Runnable close) {
        return new CallTransport() {
            @Override
            public Object call(Operation operation, List<Object> arguments, CallContext context) {
                throw new AssertionError("called");
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    private static AsyncCallTransport asynchronous(Runnable close) {
        return new AsyncCallTransport() {
            @Override
            public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
                throw new AssertionError("called");
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    private static Runnable failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }
}
