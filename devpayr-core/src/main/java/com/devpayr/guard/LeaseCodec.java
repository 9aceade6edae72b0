package com.devpayr.guard;

import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.spi.Lease;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals leases with HMAC-SHA256 and opens them again. The key is derived from the license key and the application's
 * name; domain and scope are sealed in. Neither the license key nor anything that it could be guessed from is in a lease.
 *
 * <p>A lease is accepted only when it is, byte for byte, what this class would write.
 */
final class LeaseCodec {
    private static final String VERSION = "devpayr-lease 1";
    private static final Pattern FORM = Pattern.compile(String.join(
            "\n",
            VERSION,
            "application=([^\n]*)",
            "domain=([^\n]*)",
            "scope=([A-Z]+)",
            "license=([0-9a-f]{32})",
            "confirmed=(\\d{1,15})",
            "seen=(\\d{1,15})",
            "seal=([0-9a-f]{64})\n"));

    private final LeaseSubject binding;
    private final String license;
    private final byte[] key;

    LeaseCodec(String licenseKey, LeaseSubject binding) {
        byte[] root = hmac(utf8(licenseKey), VERSION);
        this.binding = binding;
        this.license = HexFormat.of().formatHex(hmac(root, "license"), 0, 16);
        this.key = hmac(root, "seal\n" + binding.application());
    }

    /**
     * What opening a lease showed.
     *
     * @param confirmation what it says; null when it counts as none
     * @param flaw why it counts as none
     */
    record Opened(
            @Nullable LeasePayload confirmation, @Nullable Cause flaw) {}

    Lease seal(LeasePayload confirmation) {
        String body = String.join(
                "\n",
                VERSION,
                "application=" + binding.application(),
                "domain=" + binding.domain(),
                "scope=" + binding.scope(),
                "license=" + license,
                "confirmed=" + confirmation.confirmedAt(),
                "seen=" + confirmation.seenAt(),
                "seal=");
        return new Lease(body + seal(body) + "\n");
    }

    Opened open(Lease lease) {
        Matcher fields = FORM.matcher(lease.text());
        if (!fields.matches()) {
            return new Opened(null, Cause.LEASE_TAMPERED);
        }
        if (!license.equals(fields.group(4)) || !binding.application().equals(fields.group(1))) {
            return new Opened(null, Cause.LEASE_MISMATCH); // sealed with a key that is not ours to know
        }
        LeasePayload confirmation = new LeasePayload(Long.parseLong(fields.group(5)), Long.parseLong(fields.group(6)));
        String body = lease.text().substring(0, fields.start(7));
        if (!same(body + seal(body) + "\n", lease.text())) {
            return new Opened(null, Cause.LEASE_TAMPERED);
        }
        return same(seal(confirmation).text(), lease.text())
                ? new Opened(confirmation, null)
                : new Opened(
                        null, Cause.LEASE_MISMATCH); // of this license and application, for another domain or scope
    }

    /** What tells the leases of one user's copies apart, and nobody which license, domain or application they are of. */
    String name() {
        return HexFormat.of().formatHex(hmac(key, binding.domain() + "\n" + binding.scope()), 0, 8);
    }

    private String seal(String body) {
        return HexFormat.of().formatHex(hmac(key, body));
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(utf8(left), utf8(right));
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
