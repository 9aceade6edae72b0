package com.devpayr.examples.billing;

import com.devpayr.spring.DevPayrConnectionDetails;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.Scope;
import java.net.URI;

/** Connection details for an emulator that can be stopped and started again. */
final class EmulatedConnection implements DevPayrConnectionDetails, AutoCloseable {
    static final String SECRET = "injectables-canary-77c1";

    private final InMemoryDevPayr fake;
    private final String key;
    private DevPayrEmulator emulator;

    /**
     * Starts the emulator.
     *
     * @param project the project that the API key has access to
     */
    EmulatedConnection(InMemoryDevPayr fake, FakeProject project) {
        this.fake = fake;
        this.key = project.newApiKey("Billing")
                .scopes(
                        Scope.DOMAINS_READ,
                        Scope.DOMAINS_WRITE,
                        Scope.LICENSES_READ,
                        Scope.LICENSES_WRITE,
                        Scope.INJECTABLES_READ,
                        Scope.INJECTABLES_WRITE)
                .create()
                .value()
                .reveal();
        this.emulator = DevPayrEmulator.start(fake);
    }

    void disconnect() {
        emulator.close();
    }

    void reconnect() {
        emulator = DevPayrEmulator.start(fake, URI.create(baseUrl()).getPort());
    }

    @Override
    public String baseUrl() {
        return emulator.baseUrl();
    }

    @Override
    public String apiKey() {
        return key;
    }

    @Override
    public String secret() {
        return SECRET;
    }

    @Override
    public String domain() {
        return "billing.acme.example";
    }

    @Override
    public void close() {
        emulator.close();
    }
}
