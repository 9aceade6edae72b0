package com.devpayr.testkit;

import com.devpayr.secret.LicenseKey;
import com.devpayr.testkit.platform.LicenseRow;
import com.devpayr.testkit.platform.Platform;
import java.time.Instant;
import java.util.function.Consumer;

/** A license. What is changed here is seen by running clients. */
public final class FakeLicense {
    private final Platform platform;
    private final long id;

    FakeLicense(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** Its key, which the licensed copy holds. */
    public LicenseKey key() {
        return LicenseKey.of(platform.read(all -> all.license(id).uuid));
    }

    /** It ends at a time, past ones too. */
    public FakeLicense expiresAt(Instant time) {
        return change(license -> license.expiresAt = time);
    }

    /** It is pinned to a domain. */
    public FakeLicense pinnedTo(FakeDomain domain) {
        return change(license -> license.domainId = domain.id());
    }

    /** It was taken back. */
    public FakeLicense revoked() {
        return change(license -> license.isRevoked = true);
    }

    /** It works again after it was taken back. */
    public FakeLicense reactivated() {
        return change(license -> license.isRevoked = false);
    }

    /** It works on test domains only. */
    public FakeLicense test() {
        return change(license -> license.isTest = true);
    }

    private FakeLicense change(Consumer<LicenseRow> change) {
        platform.change(all -> change.accept(all.license(id)));
        return this;
    }
}
