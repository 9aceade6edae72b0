package com.devpayr.testkit.contract;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.InMemoryDevPayr;

/** The fixture of each contract test: a platform, and clients of the transport under test. */
public interface ContractFixture {
    /** The runtime identifier of the clients. */
    String DOMAIN = "shop.example.com";

    /** The secret of the injectables. */
    Secret SECRET = Secret.of("correct horse battery");

    /** Returns the platform, which is empty at the start of each test. */
    InMemoryDevPayr fake();

    /** Creates a client of the transport under test for the platform. It is closed after the test. */
    DevPayr connect(DevPayrConfig.Builder config);

    /**
     * Returns how often the client under test sends a request that fails: once, unless it is decorated with a
     * retry.
     */
    default int attemptsOf(Operation operation) {
        return 1;
    }

    /** Creates a client with an API key. */
    default DevPayr backend(ApiKey key) {
        return connect(DevPayrConfig.builder().apiKey(() -> key).domain(DOMAIN));
    }

    /** Creates a client with a global API key that has all scopes. */
    default DevPayr backend() {
        return backend(fake().createGlobalKey());
    }

    /** Creates a client with a license key. */
    default DevPayr application(LicenseKey key) {
        return connect(DevPayrConfig.builder().licenseKey(() -> key).domain(DOMAIN));
    }
}
