package com.devpayr.examples.quickstart;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.secret.Secret;
import com.devpayr.spi.LeaseStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The licensed application. Authenticates with a license key. */
final class LicensedApplication implements AutoCloseable {
    private final DevPayr devpayr;
    private final LicenseGuard guard;
    private final Secret secret;
    private final PrintStream out;

    LicensedApplication(DevPayr devpayr, DevPayrConfig config, Clock clock, Secret secret, PrintStream out) {
        this.devpayr = devpayr;
        this.secret = secret;
        this.out = out;
        this.guard = LicenseGuard.builder(devpayr)
                .application("acme-photos")
                .leaseStore(LeaseStore.memory()) // a real application uses the default, a file
                .clock(clock)
                .build();
    }

    void checkLicense() {
        Verdict verdict = guard.refresh().join();
        if (verdict instanceof Verdict.Allowed allowed) {
            out.printf("  licensed (%s): the application runs%n", allowed.source());
        } else if (verdict instanceof Verdict.Denied denied) {
            out.printf("  denied (%s): the application does not run. %s%n", denied.reason(), guard.messageFor(denied));
        } else {
            out.printf("  unknown: %s%n", guard.messageFor(verdict));
        }
    }

    void readInjectables() {
        for (DeliveredInjectable injectable : devpayr.runtime().listAllInjectables()) {
            byte[] plaintext = InjectableCrypto.create(secret).open(injectable);
            out.printf(
                    "  verified and decrypted \"%s\": %s%n",
                    injectable.slug(), new String(plaintext, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        guard.close();
    }
}
