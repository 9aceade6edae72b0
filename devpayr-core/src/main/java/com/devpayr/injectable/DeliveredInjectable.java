package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An injectable as a running copy receives it: no id, no hash, always a payload.
 *
 * <p>Source: wire contract, section 3, stream row. Components may be added in a minor version.
 *
 * @param slug its name, unique in the project
 * @param type what it is
 * @param mode how it is applied
 * @param targetPath where it is applied
 * @param content the encrypted text, for every type but a file
 * @param filePath the encrypted file, for a file
 * @param signature HMAC-SHA256 of the ciphertext in lower-case hex
 * @param meta the vendor's own data; unmodifiable
 */
public record DeliveredInjectable(
        String slug,
        InjectableType type,
        InjectableMode mode,
        @Nullable String targetPath,
        @Nullable EncryptedContent content,
        @Nullable EncryptedContent filePath,
        @Nullable String signature,
        Map<String, @Nullable Object> meta) {

    /** Checks what is certain and copies the meta data. */
    public DeliveredInjectable {
        requireNonNull(slug, "slug");
        requireNonNull(type, "type");
        requireNonNull(mode, "mode");
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(meta, "meta")));
    }

    /** The encrypted payload, from whichever field holds it. */
    public @Nullable EncryptedContent payload() {
        return content != null ? content : filePath;
    }
}
