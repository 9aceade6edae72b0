package com.devpayr.injectable;

import com.devpayr.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The test vectors of the wire contract, created by another implementation. */
final class CryptoVectors {
    private static final JsonNode ALL = read();

    private CryptoVectors() {}

    static Stream<Valid> valid() {
        return rows("valid")
                .map(row -> new Valid(
                        text(row, "name"),
                        Secret.of(text(row, "secret")),
                        text(row, "plaintext"),
                        new EncryptedContent(text(row, "encrypted")),
                        text(row, "signature"),
                        text(row, "content_hash")));
    }

    static Stream<Invalid> invalid() {
        return rows("invalid")
                .map(row -> new Invalid(
                        text(row, "name"),
                        Secret.of(text(row, "secret")),
                        new EncryptedContent(text(row, "encrypted"))));
    }

    static DeliveredInjectable delivered(@Nullable EncryptedContent content, @Nullable String signature) {
        return DeliveredInjectable.builder("banner", InjectableType.HTML, InjectableMode.WRITE)
                .targetPath("a.html")
                .content(content)
                .signature(signature)
                .build();
    }

    private static Stream<JsonNode> rows(String kind) {
        return StreamSupport.stream(ALL.get(kind).spliterator(), false);
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).stringValue();
    }

    private static JsonNode read() {
        try (InputStream in = CryptoVectors.class.getResourceAsStream("/vectors/injectable-crypto.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in, "the vectors are test resources"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    record Valid(
            String name, Secret secret, String text, EncryptedContent encrypted, String signature, String contentHash) {
        byte[] plaintext() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Invalid(String name, Secret secret, EncryptedContent encrypted) {
        @Override
        public String toString() {
            return name;
        }
    }
}
