package com.devpayr.guard;

import static java.util.Objects.requireNonNull;

import com.devpayr.error.DenialReason;
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
 * Encodes leases, authenticated with HMAC-SHA256, and decodes them. The HMAC key is derived from the license key and the
 * application's name, and the HMAC covers every field. A lease contains neither the license key nor anything from which it
 * can be derived.
 *
 * <p>A lease is a confirmation or a denial. It is only accepted if it is byte for byte identical to the encoding of its
 * content.
 */
final class LeaseCodec {
    private static final String VERSION = "devpayr-lease 1";
    private static final Pattern FORMAT = Pattern.compile(String.join(
            "\n",
            VERSION,
            "application=([^\n]*)",
            "domain=([^\n]*)",
            "scope=([A-Z]+)",
            "license=([0-9a-f]{32})",
            "(?:confirmed=(\\d{1,15})\nseen=(\\d{1,15})|denied=(\\d{1,15})\nreason=([a-z-]{1,32}))",
            "seal=([0-9a-f]{64})\n"));

    private final LeaseSubject subject;
    private final String licenseId;
    private final byte[] key;

    LeaseCodec(String licenseKey, LeaseSubject subject) {
        byte[] root = hmac(utf8(licenseKey), VERSION);
        this.subject = subject;
        this.licenseId = HexFormat.of().formatHex(hmac(root, "license"), 0, 16);
        this.key = hmac(root, "seal\n" + subject.application());
    }

    /**
     * The result of decoding a lease.
     *
     * @param payload the confirmation; null if the lease is a denial or was rejected
     * @param denial the denial; null if the lease is a confirmation or was rejected
     * @param rejection the reason for the rejection; null if the lease was accepted
     */
    record Decoded(
            @Nullable LeasePayload payload,
            @Nullable LeaseDenial denial,
            @Nullable Cause rejection) {
        static Decoded confirmed(LeasePayload payload) {
            return new Decoded(payload, null, null);
        }

        static Decoded denied(LeaseDenial denial) {
            return new Decoded(null, denial, null);
        }

        static Decoded rejected(Cause rejection) {
            return new Decoded(null, null, rejection);
        }
    }

    /** Encodes a confirmation. */
    Lease encode(LeasePayload payload) {
        return encode("confirmed=" + payload.confirmedAt(), "seen=" + payload.latestTime());
    }

    /** Encodes a denial. */
    Lease encode(LeaseDenial denial) {
        return encode("denied=" + denial.deniedAt(), "reason=" + denial.reason().id());
    }

    private Lease encode(String time, String detail) {
        String body = String.join(
                "\n",
                VERSION,
                "application=" + subject.application(),
                "domain=" + subject.domain(),
                "scope=" + subject.scope(),
                "license=" + licenseId,
                time,
                detail,
                "seal=");
        return new Lease(body + seal(body) + "\n");
    }

    Decoded decode(Lease lease) {
        Matcher fields = FORMAT.matcher(lease.text());
        if (!fields.matches()) {
            return Decoded.rejected(Cause.LEASE_TAMPERED);
        }
        if (!licenseId.equals(fields.group(4)) || !subject.application().equals(fields.group(1))) {
            return Decoded.rejected(Cause.LEASE_MISMATCH); // sealed with another key, so the seal cannot be verified
        }
        String body = lease.text().substring(0, fields.start(9));
        if (!isEqual(body + seal(body) + "\n", lease.text())) {
            return Decoded.rejected(Cause.LEASE_TAMPERED);
        }
        Decoded decoded = decode(fields);
        return isEqual(encode(decoded).text(), lease.text())
                ? decoded
                : Decoded.rejected(Cause.LEASE_MISMATCH); // the seal is valid, but for another domain or scope
    }

    private static Decoded decode(Matcher fields) {
        return fields.group(5) == null
                ? Decoded.denied(new LeaseDenial(Long.parseLong(fields.group(7)), new DenialReason(fields.group(8))))
                : Decoded.confirmed(new LeasePayload(Long.parseLong(fields.group(5)), Long.parseLong(fields.group(6))));
    }

    private Lease encode(Decoded decoded) {
        return decoded.denial() == null ? encode(requireNonNull(decoded.payload())) : encode(decoded.denial());
    }

    /** Returns an identifier that differs per license, application, domain and scope, and does not reveal any of them. */
    String leaseId() {
        return HexFormat.of().formatHex(hmac(key, subject.domain() + "\n" + subject.scope()), 0, 8);
    }

    private String seal(String body) {
        return HexFormat.of().formatHex(hmac(key, body));
    }

    private static boolean isEqual(String left, String right) {
        return MessageDigest.isEqual(utf8(left), utf8(right));
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is not available in this JVM", impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
