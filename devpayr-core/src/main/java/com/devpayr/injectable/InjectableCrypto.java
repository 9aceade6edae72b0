package com.devpayr.injectable;

import com.devpayr.error.InjectableException;
import com.devpayr.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Opens and makes the encrypted payloads of injectables: first the signature is verified, then the payload decrypted,
 * then the hash compared where there is one.
 *
 * <pre>{@code
 * byte[] plaintext = InjectableCrypto.create(secret).open(delivered);
 * }</pre>
 *
 * <p>Source: wire contract, section 3, cryptography: AES-256-CBC with the SHA-256 of the secret as key, HMAC-SHA256
 * with the secret as key.
 */
public final class InjectableCrypto {
    private static final int IV_LENGTH = 16;
    private static final byte[] SEPARATOR = {':', ':'};
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final boolean signatureRequired;

    private InjectableCrypto(byte[] secret, boolean signatureRequired) {
        this.secret = secret;
        this.signatureRequired = signatureRequired;
    }

    /** For payloads of one secret. What is not signed is refused. */
    public static InjectableCrypto create(Secret secret) {
        return new InjectableCrypto(secret.reveal().getBytes(StandardCharsets.UTF_8), true);
    }

    /**
     * The same, but what carries no signature at all is opened too. <strong>Dangerous:</strong> whoever can change an
     * answer on its way can strip the signature and then change the plaintext, since CBC alone protects nothing. A
     * signature that is there must still be right.
     */
    public InjectableCrypto dangerouslyAcceptUnsigned() {
        return new InjectableCrypto(secret, false);
    }

    /** Whether a payload without a signature is refused. */
    public boolean signatureRequired() {
        return signatureRequired;
    }

    /**
     * The plaintext of a delivered injectable.
     *
     * @throws InjectableException when it is not signed and encrypted with this secret
     */
    public byte[] open(DeliveredInjectable injectable) {
        return open(injectable.slug(), injectable.payload(), injectable.signature());
    }

    /**
     * The plaintext of an injectable with its payload.
     *
     * @throws InjectableException when it is not signed and encrypted with this secret, or its hash differs
     */
    public byte[] open(Injectable injectable) {
        byte[] plaintext = open(injectable.slug(), injectable.payload(), injectable.signature());
        String hash = injectable.contentHash();
        if (hash != null && !same(hash, hash(plaintext))) {
            throw refusal(injectable.slug());
        }
        return plaintext;
    }

    private byte[] open(String slug, @Nullable EncryptedContent payload, @Nullable String signature) {
        if (payload == null || !trusted(payload, signature)) {
            throw refusal(slug);
        }
        try {
            return decrypt(payload);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw refusal(slug);
        }
    }

    private boolean trusted(EncryptedContent payload, @Nullable String signature) {
        return signature == null ? !signatureRequired : same(signature, sign(payload));
    }

    /** The payload of a plaintext, in the layout that the server writes, under a fresh random IV. */
    public EncryptedContent encrypt(byte[] plaintext) {
        byte[] iv = new byte[IV_LENGTH];
        RANDOM.nextBytes(iv);
        try {
            byte[] ciphertext =
                    Base64.getEncoder().encode(cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plaintext));
            byte[] whole = Arrays.copyOf(iv, IV_LENGTH + SEPARATOR.length + ciphertext.length);
            System.arraycopy(SEPARATOR, 0, whole, IV_LENGTH, SEPARATOR.length);
            System.arraycopy(ciphertext, 0, whole, IV_LENGTH + SEPARATOR.length, ciphertext.length);
            return new EncryptedContent(Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-256-CBC", impossible);
        }
    }

    /** A payload's signature in lower-case hex, over its text exactly as it travels. */
    public String sign(EncryptedContent payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", impossible);
        }
    }

    /** A plaintext's {@code content_hash} in lower-case hex. */
    public static String hash(byte[] plaintext) {
        return HexFormat.of().formatHex(sha256(plaintext));
    }

    /** Parsed by offset: an IV may hold the separator itself. */
    private byte[] decrypt(EncryptedContent payload) throws GeneralSecurityException {
        byte[] whole = Base64.getDecoder().decode(payload.value());
        int ivLength = separatorAt(whole, IV_LENGTH) ? IV_LENGTH : 24;
        if (!separatorAt(whole, ivLength)) {
            throw new IllegalArgumentException("no separator");
        }
        byte[] head = Arrays.copyOf(whole, ivLength);
        byte[] iv = ivLength == IV_LENGTH ? head : Base64.getDecoder().decode(head);
        byte[] ciphertext =
                Base64.getDecoder().decode(Arrays.copyOfRange(whole, ivLength + SEPARATOR.length, whole.length));
        if (ciphertext.length == 0) {
            throw new IllegalArgumentException("no ciphertext");
        }
        return cipher(Cipher.DECRYPT_MODE, iv).doFinal(ciphertext);
    }

    private static boolean separatorAt(byte[] whole, int offset) {
        return whole.length >= offset + SEPARATOR.length
                && Arrays.equals(whole, offset, offset + SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length);
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(sha256(secret), "AES"), new IvParameterSpec(iv));
        return cipher;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it requires signatures; nothing of the secret. */
    @Override
    public String toString() {
        return signatureRequired
                ? "InjectableCrypto[signatures required]"
                : "InjectableCrypto[DANGEROUS: unsigned payloads are accepted]";
    }

    private static InjectableException refusal(String slug) {
        return new InjectableException(slug, "is not signed and encrypted with the configured secret, or was damaged");
    }
}
