package com.devpayr.testkit.contract;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.InMemoryDevPayr;

/** What every behaviour of the suite acts on: a platform of its own, and clients of the transport under test. */
public interface ContractFixture {
    /** The domain that the stage's clients say they run on. */
    String DOMAIN = "shop.example.com";

    /** The secret of the stage's injectables. */
    Secret SECRET = Secret.of("correct horse battery");

    /** The platform, empty at the start of each test. */
    InMemoryDevPayr fake();

    /** A client of the transport under test that reaches the platform; closed after the test. */
    DevPayr connect(DevPayrConfig.Builder config);

    /**
     * How often a client of the transport under test sends a request that fails on the way: once, unless what decorates
     * it repeats what is safe to repeat.
     */
    default int attemptsOf(Operation operation) {
        return 1;
    }

    /** A client that holds an API key. */
    default DevPayr backend(ApiKey key) {
        return connect(DevPayrConfig.builder().apiKey(() -> key).domain(DOMAIN));
    }

    /** A client that holds a global API key with every scope. */
    default DevPayr backend() {
        return backend(fake().createGlobalKey());
    }

    /** A client that holds a license key. */
    default DevPayr application(LicenseKey key) {
        return connect(DevPayrConfig.builder().licenseKey(() -> key).domain(DOMAIN));
    }
}
