package com.devpayr.spring.injectable;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How injectables are applied.
 *
 * @param root Folder that they are written below; it must exist. Without it, no file is written.
 * @param dryRun Whether nothing is written, and the report says what would be.
 * @param acceptUnsigned Whether one that carries no signature is applied too. Dangerous: who can change an answer on its
 *     way can then change what it holds.
 * @param limits How much is taken at once.
 */
@ConfigurationProperties("devpayr.injectables")
public record InjectableProperties(
        @Nullable Path root,
        boolean dryRun,
        boolean acceptUnsigned,
        @DefaultValue Limits limits) {

    /**
     * How much is taken at once.
     *
     * @param count How many injectables a set may have.
     * @param size How large one may be.
     * @param totalSize How large all of a set may be together.
     */
    public record Limits(
            @DefaultValue("1000") int count,
            @DefaultValue("8MB") DataSize size,
            @DefaultValue("64MB") DataSize totalSize) {}
}
