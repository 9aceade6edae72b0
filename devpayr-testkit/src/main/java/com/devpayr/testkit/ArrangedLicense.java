package com.devpayr.testkit;

import com.devpayr.secret.LicenseKey;
import com.devpayr.testkit.platform.LicenseRow;
import com.devpayr.testkit.platform.Platform;
import java.time.Instant;

/** A license. What is changed here is seen by running clients. */
public final class ArrangedLicense {
    private final Platform platform;
    private final LicenseRow row;

    ArrangedLicense(Platform platform, LicenseRow row) {
        this.platform = platform;
        this.row = row;
    }

    /** Its number. */
    public long id() {
        return row.id;
    }

    /** Its key, which the licensed copy holds. */
    public LicenseKey key() {
        return LicenseKey.of(row.uuid);
    }

    /** It ends at a time, past ones too. */
    public ArrangedLicense expiring(Instant time) {
        return change(() -> row.expiresAt = time);
    }

    /** It is pinned to a domain. */
    public ArrangedLicense pinnedTo(ArrangedDomain domain) {
        return change(() -> row.domainId = domain.id());
    }

    /** It was taken back. */
    public ArrangedLicense revoked() {
        return change(() -> row.isRevoked = true);
    }

    /** It works again after it was taken back. */
    public ArrangedLicense reactivated() {
        return change(() -> row.isRevoked = false);
    }

    /** It works on test domains only. */
    public ArrangedLicense test() {
        return change(() -> row.isTest = true);
    }

    private ArrangedLicense change(Runnable change) {
        platform.change(change);
        return this;
    }
}
