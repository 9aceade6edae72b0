package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An injectable as the backend sees it. Rows of a list hold no payload, hash or signature.
 *
 * <p>Source: wire contract, section 3, injectables. Components may be added in a minor version.
 *
 * @param id its number, 1 or more
 * @param projectId its project's number
 * @param slug its name, unique in the project
 * @param title what the vendor calls it
 * @param type what it is
 * @param mode how it is applied
 * @param targetPath where it is applied
 * @param content the encrypted text, for every type but a file
 * @param filePath the encrypted file, for a file
 * @param contentHash SHA-256 of the plaintext in lower-case hex
 * @param signature HMAC-SHA256 of the ciphertext in lower-case hex
 * @param validateEndpoint a URL that validates it
 * @param onlyIfPaid whether it is delivered to paid copies only
 * @param isActive whether it is delivered at all
 * @param meta the vendor's own data; unmodifiable
 * @param lastDeliveredAt when a copy last fetched it
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record Injectable(
        long id,
        @Nullable Long projectId,
        String slug,
        @Nullable String title,
        InjectableType type,
        InjectableMode mode,
        @Nullable String targetPath,
        @Nullable EncryptedContent content,
        @Nullable EncryptedContent filePath,
        @Nullable String contentHash,
        @Nullable String signature,
        @Nullable String validateEndpoint,
        boolean onlyIfPaid,
        boolean isActive,
        Map<String, @Nullable Object> meta,
        @Nullable Instant lastDeliveredAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** Checks what is certain and copies the meta data. */
    public Injectable {
        if (id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        requireNonNull(slug, "slug");
        requireNonNull(type, "type");
        requireNonNull(mode, "mode");
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(meta, "meta")));
    }

    /** The encrypted payload, from whichever field holds it; null in rows of a list. */
    public @Nullable EncryptedContent payload() {
        return content != null ? content : filePath;
    }
}
