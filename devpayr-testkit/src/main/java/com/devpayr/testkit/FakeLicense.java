package com.devpayr.testkit;

import com.devpayr.secret.LicenseKey;
import com.devpayr.testkit.internal.platform.DomainStrategy;
import com.devpayr.testkit.internal.platform.LicenseRow;
import com.devpayr.testkit.internal.platform.Platform;
import java.time.Instant;
import java.util.function.Consumer;

/** A license of an {@link InMemoryDevPayr}. Changes take effect immediately, also for running clients. */
public final class FakeLicense {
    private final Platform platform;
    private final long id;

    FakeLicense(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Returns the id. */
    public long id() {
        return id;
    }

    /** Returns the license key. */
    public LicenseKey key() {
        return LicenseKey.of(platform.view(data -> data.license(id).uuid));
    }

    /** Sets the expiry, which may be in the past. */
    public FakeLicense expiresAt(Instant time) {
        return change(license -> license.expiresAt = time);
    }

    /** Pins the license to a domain. */
    public FakeLicense pinnedTo(FakeDomain domain) {
        return change(license -> license.domainId = domain.id());
    }

    /** Revokes the license. */
    public FakeLicense revoked() {
        return change(license -> license.isRevoked = true);
    }

    /** Reactivates the license. */
    public FakeLicense reactivated() {
        return change(license -> license.isRevoked = false);
    }

    /** Makes it a test license, which is limited to test domains. */
    public FakeLicense test() {
        return change(license -> license.isTest = true);
    }

    /** Validates the license against the domains of the project: it is accepted only there. */
    public FakeLicense restrictedToProjectDomains() {
        return change(license -> license.validateAgainst = DomainStrategy.PROJECT_DOMAINS);
    }

    private FakeLicense change(Consumer<LicenseRow> change) {
        platform.change(data -> {
            LicenseRow license = data.license(id);
            data.change(license, () -> change.accept(license));
        });
        return this;
    }
}
