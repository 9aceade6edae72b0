package com.devpayr.spring.web;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.ConfigurationException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.Resource;

/** Makes the gate of properties. */
final class LicenseEnforcerFactory {
    private static final Logger LOG = System.getLogger(LicenseEnforcer.class.getName());

    /** What Spring Boot serves without code of the application's, and the page of an error. */
    private static final List<String> STATIC = List.of(
            "/error", "/css/**", "/js/**", "/images/**", "/fonts/**", "/webjars/**", "/favicon.*", "/robots.txt");

    private LicenseEnforcerFactory() {}

    static LicenseEnforcer create(EnforcementProperties properties, String actuator) {
        LicenseEnforcer.Builder gate = LicenseEnforcer.builder(properties.mode())
                .status(properties.status())
                .log(new RateLimitedLog(line -> LOG.log(Level.WARNING, line), System::nanoTime));
        if (properties.redirect() != null) {
            gate.redirect(properties.redirect());
        }
        if (properties.page() != null) {
            gate.page(read(properties.page()));
        }
        properties.include().forEach(gate::include);
        properties.exclude().forEach(gate::exclude);
        if (properties.excludeDefaults()) {
            gate.exclude(actuator + "/**");
            STATIC.forEach(gate::exclude);
        }
        return gate.build();
    }

    private static String read(Resource page) {
        try {
            return page.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "devpayr.enforcement.page", "names " + page + ", which cannot be read; check the path", unreadable);
        }
    }
}
