package com.devpayr.webhook;

import com.devpayr.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 signatures in hex or base64, with or without the prefix {@code sha256=}. */
final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int BYTES = 32;

    private WebhookSignature() {}

    /** Returns the bytes of a signature header; null if it is not the text of an HMAC-SHA256. */
    static byte @Nullable [] parse(String header) {
        String text = header.strip();
        if (text.startsWith(PREFIX)) {
            text = text.substring(PREFIX.length());
        }
        try {
            byte[] bytes = text.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            return bytes.length == BYTES ? bytes : null;
        } catch (IllegalArgumentException neither) {
            return null;
        }
    }

    /** Returns whether one of the secrets signed the content. Takes the same time whichever of them did. */
    static boolean isValid(Iterable<Secret> secrets, byte[] content, byte[] signature) {
        boolean valid = false;
        for (Secret secret : secrets) {
            valid |= MessageDigest.isEqual(sign(secret, content), signature);
        }
        return valid;
    }

    private static byte[] sign(Secret secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime does not support HMAC-SHA256", impossible);
        }
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime does not support SHA-256", impossible);
        }
    }
}
