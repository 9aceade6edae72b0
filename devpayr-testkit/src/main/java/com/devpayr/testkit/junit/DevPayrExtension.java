package com.devpayr.testkit.junit;

import static java.util.Objects.requireNonNull;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that provides each test with a new platform and with clients that are closed after the test.
 * Register it as a non-static field.
 *
 * <pre>{@code
 * @RegisterExtension
 * final DevPayrExtension devpayr = DevPayrExtension.create(FeignDevPayr::create);
 *
 * @Test
 * void revokes(InMemoryDevPayr fake, DevPayr backend) { ... }
 * }</pre>
 *
 * <p>A test can declare parameters of the types {@link InMemoryDevPayr}, {@link DevPayrEmulator} and {@link DevPayr}. They are the
 * platform, its emulator, and a client with a global API key that has all scopes.
 */
public final class DevPayrExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final String DOMAIN = "test.example.com";

    private final @Nullable Function<DevPayrConfig, DevPayr> transport;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Map<Class<?>, Supplier<?>> parameters = Map.of(
            InMemoryDevPayr.class, this::fake,
            DevPayrEmulator.class, this::emulator,
            DevPayr.class, this::backend);
    private @Nullable InMemoryDevPayr fake;
    private @Nullable DevPayrEmulator emulator;

    private DevPayrExtension(@Nullable Function<DevPayrConfig, DevPayr> transport) {
        this.transport = transport;
    }

    /** Creates an extension whose clients use no network. */
    public static DevPayrExtension inMemory() {
        return new DevPayrExtension(null);
    }

    /** Creates an extension whose clients use a transport over HTTP. */
    public static DevPayrExtension create(Function<DevPayrConfig, DevPayr> transport) {
        return new DevPayrExtension(transport);
    }

    /** Returns the platform of the current test. */
    public InMemoryDevPayr fake() {
        return requireNonNull(fake, "no test is running");
    }

    /** Returns the emulator that serves the platform. Starts it on the first call. */
    public DevPayrEmulator emulator() {
        DevPayrEmulator running = emulator;
        if (running == null) {
            running = closeAfterTest(DevPayrEmulator.start(fake()));
            emulator = running;
        }
        return running;
    }

    /** Creates a client with a global API key that has all scopes. */
    public DevPayr backend() {
        return connect(DevPayrConfig.builder()
                .apiKey(fake().createGlobalKey().reveal())
                .domain(DOMAIN));
    }

    /** Creates a client with the key of a license. */
    public DevPayr application(FakeLicense license) {
        return connect(
                DevPayrConfig.builder().licenseKey(license.key().reveal()).domain(DOMAIN));
    }

    /** Creates a client with the given configuration. The base URL is set by this method. */
    public DevPayr connect(DevPayrConfig.Builder config) {
        Function<DevPayrConfig, DevPayr> overHttp = transport;
        return closeAfterTest(
                overHttp == null
                        ? fake().connect(config.build())
                        : overHttp.apply(config.baseUrl(emulator().baseUrl()).build()));
    }

    private <T extends AutoCloseable> T closeAfterTest(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fake = InMemoryDevPayr.create();
        emulator = null;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameters.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return requireNonNull(parameters.get(parameter.getParameter().getType()))
                .get();
    }
}
