package com.devpayr.spring.injectable;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for applying injectables.
 *
 * @param root Root directory below which injectables are written. Must exist. If not set, no files are written.
 * @param dryRun Whether to only report what would be written.
 * @param acceptUnsigned Whether to apply injectables without a signature. Dangerous: anyone who can modify a response in
 *     transit can then choose the content.
 * @param limits Limits on the number and size of the injectables applied at once.
 */
@ConfigurationProperties("devpayr.injectables")
public record InjectableProperties(
        @Nullable Path root,
        boolean dryRun,
        boolean acceptUnsigned,
        @DefaultValue Limits limits) {

    /**
     * Limits on the number and size of the injectables applied at once.
     *
     * @param count Maximum number of injectables in a set. A larger set is rejected as a whole.
     * @param size Maximum size of one decrypted injectable. A larger one is rejected.
     * @param totalSize Maximum total size of a decrypted set. A larger set is rejected as a whole.
     */
    public record Limits(
            @DefaultValue("1000") int count,
            @DefaultValue("8MB") DataSize size,
            @DefaultValue("64MB") DataSize totalSize) {}
}
