package com.devpayr.spring.web;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.log.RateLimitedLog;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Creates a {@link LicenseEnforcer} from {@link EnforcementProperties}. */
final class LicenseEnforcerFactory {
    private static final Logger LOG = System.getLogger(LicenseEnforcer.class.getName());

    /** The error page and the static resources that Spring Boot serves by default. */
    private static final List<String> DEFAULT_EXCLUDES = List.of(
            "/error", "/css/**", "/js/**", "/images/**", "/fonts/**", "/webjars/**", "/favicon.*", "/robots.txt");

    private LicenseEnforcerFactory() {}

    static LicenseEnforcer create(
            EnforcementProperties properties,
            List<? extends Predicate<String>> defaultExcludes,
            @Nullable String webhookPath) {
        LicenseEnforcer.Builder builder = LicenseEnforcer.builder(properties.mode())
                .status(properties.status())
                .maxWait(properties.maxWait())
                .logger(new RateLimitedLog(message -> LOG.log(Level.WARNING, message), System::nanoTime));
        if (properties.redirect() != null) {
            builder.redirect(properties.redirect());
        }
        if (properties.page() != null) {
            builder.page(read(properties.page()));
        }
        properties.include().forEach(builder::include);
        properties.exclude().forEach(builder::exclude);
        if (webhookPath != null) {
            builder.exclude(webhookPath); // a denied license could otherwise not become valid by an event
        }
        if (properties.excludeDefaults()) {
            DEFAULT_EXCLUDES.forEach(builder::exclude);
            defaultExcludes.forEach(builder::exclude);
        }
        return builder.build();
    }

    private static String read(Resource page) {
        try {
            return page.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "devpayr.enforcement.page",
                    "refers to " + page + ", which cannot be read; check the path",
                    unreadable);
        }
    }
}
