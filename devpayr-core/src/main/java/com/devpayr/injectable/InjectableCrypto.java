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
 * Encryption and decryption of the payloads of injectables. Decryption verifies the signature first, then decrypts the
 * payload, then compares the hash if there is one.
 *
 * <pre>{@code
 * byte[] plaintext = InjectableCrypto.create(secret).open(delivered);
 * }</pre>
 *
 * <p>Payloads are encrypted by AES-256-CBC with the SHA-256 of the secret as the key, and signed by HMAC-SHA256 with the
 * secret as the key.
 *
 * <p>Source: {@code docs/wire-contract.md}, Cryptography.
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

    /** Creates an instance for a secret. It rejects payloads that are not signed. */
    public static InjectableCrypto create(Secret secret) {
        return new InjectableCrypto(secret.reveal().getBytes(StandardCharsets.UTF_8), true);
    }

    /**
     * Returns a copy that also accepts payloads without a signature. <strong>Dangerous:</strong> an attacker who can modify
     * a response can remove the signature and change the plaintext, since CBC alone does not protect integrity. A
     * signature that is present must still be valid.
     */
    public InjectableCrypto dangerouslyAcceptUnsigned() {
        return new InjectableCrypto(secret, false);
    }

    /** Returns whether payloads without a signature are rejected. */
    public boolean signatureRequired() {
        return signatureRequired;
    }

    /**
     * Returns the plaintext of a delivered injectable.
     *
     * @throws InjectableException if the injectable is not signed and encrypted with this secret
     */
    public byte[] open(DeliveredInjectable injectable) {
        return open(injectable.slug(), injectable.content(), injectable.signature());
    }

    /**
     * Returns the plaintext of an injectable with its payload.
     *
     * @throws InjectableException if the injectable is not signed and encrypted with this secret, or its hash differs
     */
    public byte[] open(Injectable injectable) {
        byte[] plaintext = open(injectable.slug(), injectable.content(), injectable.signature());
        String hash = injectable.contentHash();
        if (hash != null && !same(hash, hash(plaintext))) {
            throw rejection(injectable.slug());
        }
        return plaintext;
    }

    private byte[] open(String slug, @Nullable EncryptedContent payload, @Nullable String signature) {
        if (payload == null || !trusted(payload, signature)) {
            throw rejection(slug);
        }
        try {
            return decrypt(payload);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw rejection(slug);
        }
    }

    private boolean trusted(EncryptedContent payload, @Nullable String signature) {
        return signature == null ? !signatureRequired : same(signature, sign(payload));
    }

    /** Encrypts a plaintext with a new random IV, in the layout of DevPayr. */
    public EncryptedContent encrypt(byte[] plaintext) {
        byte[] iv = new byte[IV_LENGTH];
        RANDOM.nextBytes(iv);
        try {
            byte[] ciphertext =
                    Base64.getEncoder().encode(cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plaintext));
            byte[] bytes = Arrays.copyOf(iv, IV_LENGTH + SEPARATOR.length + ciphertext.length);
            System.arraycopy(SEPARATOR, 0, bytes, IV_LENGTH, SEPARATOR.length);
            System.arraycopy(ciphertext, 0, bytes, IV_LENGTH + SEPARATOR.length, ciphertext.length);
            return new EncryptedContent(Base64.getEncoder().encodeToString(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime does not support AES-256-CBC", impossible);
        }
    }

    /** Returns the signature of a payload in lower-case hex. It covers the base64 text. */
    public String sign(EncryptedContent payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime does not support HMAC-SHA256", impossible);
        }
    }

    /** Returns the {@code content_hash} of a plaintext in lower-case hex. */
    public static String hash(byte[] plaintext) {
        return HexFormat.of().formatHex(sha256(plaintext));
    }

    /** Splits by offset, since an IV can contain the separator. */
    private byte[] decrypt(EncryptedContent payload) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(payload.value());
        int ivLength = separatorAt(bytes, IV_LENGTH) ? IV_LENGTH : 24;
        if (!separatorAt(bytes, ivLength)) {
            throw new IllegalArgumentException("the separator is missing");
        }
        byte[] head = Arrays.copyOf(bytes, ivLength);
        byte[] iv = ivLength == IV_LENGTH ? head : Base64.getDecoder().decode(head);
        byte[] ciphertext =
                Base64.getDecoder().decode(Arrays.copyOfRange(bytes, ivLength + SEPARATOR.length, bytes.length));
        if (ciphertext.length == 0) {
            throw new IllegalArgumentException("the ciphertext is empty");
        }
        return cipher(Cipher.DECRYPT_MODE, iv).doFinal(ciphertext);
    }

    private static boolean separatorAt(byte[] bytes, int offset) {
        return bytes.length >= offset + SEPARATOR.length
                && Arrays.equals(bytes, offset, offset + SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length);
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
            throw new IllegalStateException("this Java runtime does not support SHA-256", impossible);
        }
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns whether signatures are required, without the secret. */
    @Override
    public String toString() {
        return signatureRequired
                ? "InjectableCrypto[signatures required]"
                : "InjectableCrypto[DANGEROUS: unsigned payloads are accepted]";
    }

    private static InjectableException rejection(String slug) {
        return new InjectableException(slug, "is not signed and encrypted with the configured secret, or is corrupted");
    }
}
