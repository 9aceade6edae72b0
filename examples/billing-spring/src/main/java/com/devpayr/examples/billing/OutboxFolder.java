package com.devpayr.examples.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.internal.file.OwnerOnlyFile;
import com.devpayr.secret.LicenseKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Writes each key to a separate file, readable by its owner only, for the shop's mailer. */
@Component
class OutboxFolder implements KeyDelivery {
    private final BillingProperties billing;

    OutboxFolder(BillingProperties billing) {
        this.billing = billing;
    }

    @Override
    public void deliver(Purchase purchase, LicenseKey key) {
        OwnerOnlyFile file = new OwnerOnlyFile(billing.outbox().resolve(purchase.order() + ".license"));
        try {
            file.create(key.reveal().getBytes(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The license key of order " + purchase.order() + " cannot be written to the outbox", failure);
        }
    }
}
