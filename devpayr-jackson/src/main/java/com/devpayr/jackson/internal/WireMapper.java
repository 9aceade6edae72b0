package com.devpayr.jackson.internal;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.DomainValidation;
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

/** Factory of the JSON mapper for the core model, with limits for everything that a response contains. */
final class WireMapper {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 1000;

    private WireMapper() {}

    /**
     * Creates a mapper.
     *
     * @param maxBytes maximum size of a document, and therefore of every string in it
     */
    static JsonMapper create(int maxBytes) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .maxStringLength(maxBytes)
                .build();
        JsonMapper.Builder mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        // A resource is read from its envelope, which continues after it.
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
        addText(module, LicenseKey.class, LicenseKey::of, LicenseKey::reveal);
        addText(module, EncryptedContent.class, EncryptedContent::new, EncryptedContent::value);
        addText(module, DomainEnvironment.class, DomainEnvironment::new, DomainEnvironment::value);
        addText(module, DomainValidation.class, DomainValidation::new, DomainValidation::value);
        addText(module, LicenseStatus.class, LicenseStatus::new, LicenseStatus::value);
        addText(module, InjectableType.class, InjectableType::new, InjectableType::value);
        addText(module, InjectableMode.class, InjectableMode::new, InjectableMode::value);
        module.addSerializer(Secret.class, new StringSerializer<>(Secret.class, Secret::reveal));
        module.addSerializer(Instant.class, new StringSerializer<>(Instant.class, WireTimestamps::write));
        return module;
    }

    private static <T> void addText(
            SimpleModule module, Class<T> type, Function<String, T> read, Function<T, String> write) {
        module.addDeserializer(type, new StringDeserializer<>(type, read));
        module.addSerializer(type, new StringSerializer<>(type, write));
    }
}
