package com.devpayr.testkit.contract;

import static java.util.Objects.requireNonNull;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.InMemoryDevPayr;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every behaviour of a blocking DevPayr client. Each part is an interface of its own with its tests as default methods,
 * so that a part added here is run by everyone at once.
 *
 * <p>For a client that reaches the platform in process; one that speaks HTTP extends {@link EmulatedContract}. An
 * asynchronous facade passes as {@code DevPayr.over(async)}.
 */
@ExtendWith(OperationCoverage.class)
public abstract class DevPayrContract
        implements ProjectContract,
                DomainContract,
                LicenseContract,
                InjectableContract,
                PaymentContract,
                RuntimeContract,
                PagingContract,
                CredentialContract,
                ErrorContract,
                InvalidInputContract,
                MalformedResponseContract,
                LenientDecodingContract,
                LifecycleContract,
                WireContract {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable InMemoryDevPayr fake;

    /** For subclasses. */
    protected DevPayrContract() {}

    /** A client of the transport under test that reaches this platform. */
    protected abstract DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config);

    @BeforeEach
    final void setTheStage() {
        fake = InMemoryDevPayr.create();
    }

    @AfterEach
    final void clearTheStage() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    /** Closes a resource after the test, before those that were opened earlier. */
    protected final <T extends AutoCloseable> T closeAfterTest(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public final InMemoryDevPayr fake() {
        return requireNonNull(fake, "the stage is set before each test");
    }

    @Override
    public final DevPayr connect(DevPayrConfig.Builder config) {
        return closeAfterTest(createClient(fake(), config));
    }
}
