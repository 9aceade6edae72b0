package com.devpayr.jackson.internal;

import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Injectable}. */
final class InjectableReader extends ObjectReader<Injectable> {
    private final Field<Long> id = field("id", ValueReaders::integer);
    private final Field<Long> projectId = field("project_id", ValueReaders::integer);
    private final Field<String> slug = field("slug", ValueReaders::text);
    private final Field<String> title = field("title", ValueReaders::text);
    private final Field<InjectableType> type = field("type", ValueReaders.of(InjectableType::new));
    private final Field<InjectableMode> mode = field("mode", ValueReaders.of(InjectableMode::new));
    private final Field<String> targetPath = field("target_path", ValueReaders::text);
    private final Field<EncryptedContent> content = field("content", ValueReaders.of(EncryptedContent::new));
    private final Field<EncryptedContent> filePath = field("file_path", ValueReaders.of(EncryptedContent::new));
    private final Field<String> contentHash = field("content_hash", ValueReaders::text);
    private final Field<String> signature = field("signature", ValueReaders::text);
    private final Field<String> validateEndpoint = field("validate_endpoint", ValueReaders::text);
    private final Field<Boolean> onlyIfPaid = field("only_if_paid", ValueReaders::bool);
    private final Field<Boolean> isActive = field("is_active", ValueReaders::bool);
    private final Field<Map<String, @Nullable Object>> meta = field("meta", ValueReaders::map);
    private final Field<Instant> lastDeliveredAt = field("last_delivered_at", ValueReaders::time);
    private final Field<Instant> createdAt = field("created_at", ValueReaders::time);
    private final Field<Instant> updatedAt = field("updated_at", ValueReaders::time);

    InjectableReader() {
        alias("encrypted_content", content); // the name depends on the endpoint
    }

    @Override
    Injectable create(Values values) {
        return Injectable.builder(values.get(id, 0L), values.require(slug), values.require(type), values.require(mode))
                .projectId(values.get(projectId))
                .title(values.get(title))
                .targetPath(values.get(targetPath))
                .content(values.get(content))
                .filePath(values.get(filePath))
                .contentHash(values.get(contentHash))
                .signature(values.get(signature))
                .validateEndpoint(values.get(validateEndpoint))
                .onlyIfPaid(values.get(onlyIfPaid, false))
                .isActive(values.get(isActive, false))
                .meta(values.get(meta, Map.of()))
                .lastDeliveredAt(values.get(lastDeliveredAt))
                .createdAt(values.get(createdAt))
                .updatedAt(values.get(updatedAt))
                .build();
    }
}
