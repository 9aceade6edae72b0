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
 * The contract suite of a blocking DevPayr client. Each part is an interface with tests as default methods, so that a
 * new part runs for all clients.
 *
 * <p>For clients that access the platform in process. HTTP clients extend {@link EmulatedContract}. An asynchronous
 * client runs the suite as {@code async.blocking()}.
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
                ProvisioningContract,
                CredentialContract,
                ErrorContract,
                ExtraFieldsContract,
                InvalidInputContract,
                MalformedResponseContract,
                LenientDecodingContract,
                LifecycleContract,
                CallOptionsContract,
                DiagnosticsContract,
                RawContract,
                WireContract {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable InMemoryDevPayr fake;

    /** Constructor for subclasses. */
    protected DevPayrContract() {}

    /** Creates a client of the transport under test for a platform. */
    protected abstract DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config);

    @BeforeEach
    final void createPlatform() {
        fake = InMemoryDevPayr.create();
    }

    @AfterEach
    final void closeResources() throws Exception {
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
        return requireNonNull(fake, "no test is running");
    }

    @Override
    public final DevPayr connect(DevPayrConfig.Builder config) {
        return closeAfterTest(createClient(fake(), config));
    }
}
