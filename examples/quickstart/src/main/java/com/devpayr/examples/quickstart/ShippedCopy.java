package com.devpayr.examples.quickstart;

import com.devpayr.DevPayr;
import com.devpayr.error.ForbiddenException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.Secret;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the vendor's software does where it runs, with its license key. */
final class ShippedCopy {
    private final DevPayr devpayr;
    private final Secret secret;
    private final PrintStream out;

    ShippedCopy(DevPayr devpayr, Secret secret, PrintStream out) {
        this.devpayr = devpayr;
        this.secret = secret;
        this.out = out;
    }

    void start() {
        try {
            boolean paid =
                    devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
            out.println(paid ? "  licensed: it runs" : "  not paid for: it asks for payment");
        } catch (ForbiddenException refused) {
            out.println("  refused: " + refused.serverMessage());
        }
    }

    void readInjectables() {
        for (DeliveredInjectable injectable : devpayr.runtime().allInjectables()) {
            byte[] plaintext = InjectableCrypto.with(secret).open(injectable);
            out.printf(
                    "  verified and decrypted \"%s\": %s%n",
                    injectable.slug(), new String(plaintext, StandardCharsets.UTF_8));
        }
    }
}
