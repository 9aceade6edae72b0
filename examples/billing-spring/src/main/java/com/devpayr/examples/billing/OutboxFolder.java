package com.devpayr.examples.billing;

import com.devpayr.secret.LicenseKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try {
            create(billing.outbox().resolve(purchase.order() + ".license"), key.reveal());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The license key of order " + purchase.order() + " cannot be written to the outbox", failure);
        }
    }

    /** Creates a file that only its owner can read, as temporary files are. A file that exists was delivered before. */
    private static void create(Path file, String content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, ".license", null);
        try {
            Files.writeString(draft, content);
            if (Files.notExists(file)) {
                Files.move(draft, file);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
