package com.devpayr.spring.inmemory;

import com.devpayr.secret.ApiKey;
import com.devpayr.spring.DevPayrConnectionDetails;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;

/** Connection details with an API key and a license key, for the domain {@code localhost}. */
final class InMemoryConnectionDetails implements DevPayrConnectionDetails {
    private final ApiKey key;
    private final FakeLicense license;

    InMemoryConnectionDetails(InMemoryDevPayr fake, FakeLicense license) {
        this.key = fake.createGlobalKey();
        this.license = license;
    }

    /** Never connected to. For localhost no proxy applies, not even an unsupported one of the environment. */
    @Override
    public String baseUrl() {
        return "http://localhost/";
    }

    @Override
    public String apiKey() {
        return key.reveal();
    }

    @Override
    public String licenseKey() {
        return license.key().reveal();
    }

    @Override
    public String secret() {
        return "in-memory secret";
    }

    @Override
    public String domain() {
        return "localhost";
    }
}
