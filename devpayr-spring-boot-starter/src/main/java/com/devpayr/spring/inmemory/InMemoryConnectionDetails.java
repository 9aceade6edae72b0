package com.devpayr.spring.inmemory;

import com.devpayr.secret.ApiKey;
import com.devpayr.spring.DevPayrConnectionDetails;
import com.devpayr.testkit.ArrangedLicense;
import com.devpayr.testkit.InMemoryDevPayr;

/** An application that is both the vendor's backend and a licensed copy, on {@code localhost}. */
final class InMemoryConnectionDetails implements DevPayrConnectionDetails {
    private final ApiKey key;
    private final ArrangedLicense license;

    InMemoryConnectionDetails(InMemoryDevPayr fake, ArrangedLicense license) {
        this.key = fake.globalKey();
        this.license = license;
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
