package com.devpayr.jackson.internal;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@link DeliveredInjectable}. */
final class DeliveredInjectableReader extends ObjectReader<DeliveredInjectable> {
    private final Field<String> slug = field("slug", ValueReaders::text);
    private final Field<InjectableType> type = field("type", ValueReaders.of(InjectableType::new));
    private final Field<InjectableMode> mode = field("mode", ValueReaders.of(InjectableMode::new));
    private final Field<String> targetPath = field("target_path", ValueReaders::text);
    private final Field<EncryptedContent> content = field("content", ValueReaders.of(EncryptedContent::new));
    private final Field<EncryptedContent> filePath = field("file_path", ValueReaders.of(EncryptedContent::new));
    private final Field<String> signature = field("signature", ValueReaders::text);
    private final Field<Map<String, @Nullable Object>> meta = field("meta", ValueReaders::map);

    DeliveredInjectableReader() {
        alias("encrypted_content", content); // the name depends on the endpoint
    }

    @Override
    DeliveredInjectable create(Values values) {
        return DeliveredInjectable.builder(values.require(slug), values.require(type), values.require(mode))
                .targetPath(values.get(targetPath))
                .content(values.get(content))
                .filePath(values.get(filePath))
                .signature(values.get(signature))
                .meta(values.get(meta, Map.of()))
                .build();
    }
}
