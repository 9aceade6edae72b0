package com.devpayr.injectable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.devpayr.error.InjectableException;
import com.devpayr.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectableCryptoTest {
    private static final Secret SECRET = Secret.of("correct horse");
    private static final InjectableCrypto CRYPTO = InjectableCrypto.create(SECRET);

    /**
     * A text that was encrypted with another secret. Not encrypted here: one of 256 initialization vectors makes the padding valid with
     * this secret.
     */
    private static final EncryptedContent FOREIGN =
            new EncryptedContent("G3oUSbqG30tZMYKfJpKM9To6YVFMYU5sUGZkR25JMTBDcW0ydWIxQT09");

    private static final String REJECTION =
            "injectable banner is not signed and encrypted with the configured secret, or is corrupted";

    static Stream<CryptoVectors.Valid> valid() {
        return CryptoVectors.valid();
    }

    static Stream<CryptoVectors.Invalid> invalid() {
        return CryptoVectors.invalid();
    }

    @Test
    void findsAllVectors() {
        assertThat(valid()).hasSize(14);
        assertThat(invalid()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void opensValidVectors(CryptoVectors.Valid vector) {
        InjectableCrypto crypto = InjectableCrypto.create(vector.secret());

        assertThat(crypto.sign(vector.encrypted())).isEqualTo(vector.signature());
        assertThat(InjectableCrypto.hash(vector.plaintext())).isEqualTo(vector.contentHash());
        assertThat(crypto.open(CryptoVectors.delivered(vector.encrypted(), vector.signature())))
                .isEqualTo(vector.plaintext());
        assertThat(crypto.open(stored(vector.encrypted(), vector.signature(), vector.contentHash())))
                .isEqualTo(vector.plaintext());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void rejectsInvalidVectorsEvenIfSigned(CryptoVectors.Invalid vector) {
        InjectableCrypto crypto = InjectableCrypto.create(vector.secret());

        assertRejected(crypto, CryptoVectors.delivered(vector.encrypted(), crypto.sign(vector.encrypted())));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void opensItsOwnCiphertext(CryptoVectors.Valid vector) {
        InjectableCrypto crypto = InjectableCrypto.create(vector.secret());
        EncryptedContent encrypted = crypto.encrypt(vector.plaintext());

        assertThat(encrypted).isNotEqualTo(crypto.encrypt(vector.plaintext()));
        assertThat(crypto.open(CryptoVectors.delivered(encrypted, crypto.sign(encrypted))))
                .isEqualTo(vector.plaintext());
    }

    @Test
    void reportsEveryInvalidInputWithTheSameMessage() {
        EncryptedContent good = CRYPTO.encrypt(bytes("text"));
        String signature = CRYPTO.sign(good);

        assertRejected(CRYPTO, CryptoVectors.delivered(good, signature.toUpperCase(Locale.ROOT)));
        assertRejected(CRYPTO, CryptoVectors.delivered(good, ""));
        assertRejected(CRYPTO, CryptoVectors.delivered(good, null));
        assertRejected(CRYPTO, CryptoVectors.delivered(null, signature));
        assertRejected(CRYPTO, CryptoVectors.delivered(FOREIGN, CRYPTO.sign(FOREIGN)));
        assertRejected(CRYPTO, CryptoVectors.delivered(FOREIGN, signature));
        assertRejected(CRYPTO, CryptoVectors.delivered(new EncryptedContent("密"), CRYPTO.sign(good)));
    }

    @Test
    void verifiesTheSignatureBeforeDecoding() {
        EncryptedContent good = CRYPTO.encrypt(bytes("text"));
        EncryptedContent flipped = flipOneBitOfTheIv(good);

        assertRejected(CRYPTO, CryptoVectors.delivered(flipped, CRYPTO.sign(good)));
        assertThat(CRYPTO.open(CryptoVectors.delivered(flipped, CRYPTO.sign(flipped))))
                .as("CBC alone does not notice a changed IV")
                .isNotEqualTo(bytes("text"));
    }

    @Test
    void rejectsAWrongHash() {
        EncryptedContent content = CRYPTO.encrypt(bytes("text"));
        String signature = CRYPTO.sign(content);

        assertThat(CRYPTO.open(stored(content, signature, null))).isEqualTo(bytes("text"));
        assertThatThrownBy(() -> CRYPTO.open(stored(content, signature, InjectableCrypto.hash(bytes("other")))))
                .isInstanceOf(InjectableException.class)
                .hasMessage(REJECTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "::", "YQ==::YQ==", "Og==", "Ojo6Ojo6Ojo6Ojo6Ojo6Ojo6"})
    void rejectsAFragment(String payload) {
        EncryptedContent content = new EncryptedContent(payload);

        assertRejected(CRYPTO, CryptoVectors.delivered(content, CRYPTO.sign(content)));
    }

    @Test
    void opensUnsignedPayloadsOnlyIfConfigured() {
        EncryptedContent content = CRYPTO.encrypt(bytes("text"));
        InjectableCrypto lax = CRYPTO.dangerouslyAcceptUnsigned();

        assertThat(lax.open(CryptoVectors.delivered(content, null))).isEqualTo(bytes("text"));
        assertRejected(lax, CryptoVectors.delivered(content, "00"));
        assertThat(CRYPTO.signatureRequired()).isTrue();
        assertThat(lax.signatureRequired()).isFalse();
        assertThat(lax).hasToString("InjectableCrypto[DANGEROUS: unsigned payloads are accepted]");
        assertThat(CRYPTO).hasToString("InjectableCrypto[signatures required]");
    }

    private static void assertRejected(InjectableCrypto crypto, DeliveredInjectable injectable) {
        InjectableException refusal = catchThrowableOfType(InjectableException.class, () -> crypto.open(injectable));

        assertThat(refusal).hasMessage(REJECTION).hasNoCause();
        assertThat(refusal.slug()).isEqualTo("banner");
    }

    private static EncryptedContent flipOneBitOfTheIv(EncryptedContent content) {
        byte[] whole = Base64.getDecoder().decode(content.value());
        whole[0] ^= 1;
        return new EncryptedContent(Base64.getEncoder().encodeToString(whole));
    }

    private static Injectable stored(EncryptedContent content, String signature, @Nullable String hash) {
        return Injectable.builder(7, "banner", InjectableType.HTML, InjectableMode.WRITE)
                .projectId(1L)
                .targetPath("a.html")
                .content(content)
                .contentHash(hash)
                .signature(signature)
                .isActive(true)
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
