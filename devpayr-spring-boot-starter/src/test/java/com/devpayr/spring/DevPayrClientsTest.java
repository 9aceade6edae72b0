package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.PortFactory;
import java.util.ArrayList;
import java.util.List;
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

    private DevPayrClients clients(AutoCloseable blocking, AutoCloseable asynchronous) {
        PortFactory uncalled = new PortFactory() {
            @Override
            public <P> P port(Class<P> type) {
                throw new AssertionError("called");
            }
        };
        return new DevPayrClients(
                DevPayr.of(uncalled, blocking), AsyncDevPayr.of(uncalled, asynchronous), () -> closed.add("released"));
    }

    private static AutoCloseable failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }
}
