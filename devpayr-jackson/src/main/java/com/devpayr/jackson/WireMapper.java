package com.devpayr.jackson;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.LicenseStatus;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The mapper that knows the wire's spelling of the core model, and how much of anything is too much. */
final class WireMapper {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 1000;

    private WireMapper() {}

    /**
     * A mapper.
     *
     * @param maxBytes the largest document, which also bounds every text in it
     */
    static JsonMapper create(int maxBytes) {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .maxStringLength(maxBytes)
                .build();
        JsonMapper.Builder mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(bounds).build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        // A resource is read out of its envelope, which goes on after it.
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(values());
        ModelMixins.addTo(mapper);
        return mapper.build();
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("devpayr");
        module.addDeserializer(Boolean.class, new LenientBoolean(null));
        module.addDeserializer(boolean.class, new LenientBoolean(false));
        module.addDeserializer(Instant.class, new LenientInstant());
        text(module, LicenseKey.class, LicenseKey::of, LicenseKey::reveal);
        text(module, EncryptedContent.class, EncryptedContent::new, EncryptedContent::value);
        text(module, DomainEnvironment.class, DomainEnvironment::new, DomainEnvironment::value);
        text(module, LicenseStatus.class, LicenseStatus::new, LicenseStatus::value);
        text(module, InjectableType.class, InjectableType::new, InjectableType::value);
        text(module, InjectableMode.class, InjectableMode::new, InjectableMode::value);
        module.addSerializer(Secret.class, new WrittenText<>(Secret.class, Secret::reveal));
        module.addSerializer(Instant.class, new WrittenText<>(Instant.class, WireTimestamps::write));
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<String, T> read, Function<T, String> write) {
        module.addDeserializer(type, new TextValue<>(type, read));
        module.addSerializer(type, new WrittenText<>(type, write));
    }
}
