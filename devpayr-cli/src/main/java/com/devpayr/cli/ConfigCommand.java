package com.devpayr.cli;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import com.devpayr.config.ResolvedDomain;
import com.devpayr.config.SystemEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows the settings in force. */
@Command(
        name = "config",
        description = {
            "Shows the settings in force and the source of each.",
            "Credentials are masked. Sends no request."
        },
        footerHeading = "%nExample:%n",
        footer = "  devpayr config")
final class ConfigCommand extends SessionCommand {
    private static final String DEFAULT = "default";
    private static final String NOT_SET = "not set";

    private final List<Map<String, @Nullable Object>> settings = new ArrayList<>();

    ConfigCommand(Session session) {
        super(session);
    }

    @Override
    ExitCode run() {
        DevPayrConfig config = session.configBuilder().build();
        secret("api_key", "DEVPAYR_API_KEY");
        secret("license_key", "DEVPAYR_LICENSE_KEY");
        secret("secret", "DEVPAYR_SECRET");
        secret("webhook_secret", "DEVPAYR_WEBHOOK_SECRET");
        domain(config);
        String baseUrlSource = source("DEVPAYR_BASE_URL");
        setting(
                "base_url",
                config.baseUrl(),
                session.options().baseUrl != null ? "--base-url" : baseUrlSource == null ? DEFAULT : baseUrlSource);
        ProxySettings proxy = config.proxy();
        setting(
                "proxy",
                proxy == null ? null : proxy.toString(),
                proxy == null ? "none for this base URL" : "environment");
        timeout("connect_timeout", config.connectTimeout());
        timeout("read_timeout", config.readTimeout());
        timeout("call_timeout", config.callTimeout());
        setting("log", config.logLevel().name().toLowerCase(Locale.ROOT), logSource());
        write();
        return ExitCode.OK;
    }

    private void secret(String name, String variable) {
        String source = source(variable);
        setting(name, source == null ? null : "****", source == null ? NOT_SET : source);
    }

    /** Without a configured domain, resolving it would create a fingerprint, which this program does not use. */
    private void domain(DevPayrConfig config) {
        if (!session.credentials().isDomainSet()) {
            setting("domain", null, NOT_SET + "; check and watch require it");
            return;
        }
        ResolvedDomain domain = config.domain();
        String variable = source("DEVPAYR_DOMAIN");
        boolean isProperty = domain.source() == ResolvedDomain.Source.SYSTEM_PROPERTY;
        setting("domain", domain.value(), isProperty || variable == null ? "devpayr.domain" : variable);
    }

    private void timeout(String name, Duration timeout) {
        setting(name, timeout.toSeconds() + "s", DEFAULT);
    }

    /** The property takes precedence over the variable. Neither is read from a file. */
    private String logSource() {
        SystemEnvironment environment = session.environment();
        if (environment.property("devpayr.log") != null) {
            return "devpayr.log";
        }
        return environment.variable("DEVPAYR_LOG") == null ? DEFAULT : "DEVPAYR_LOG";
    }

    private void setting(String name, @Nullable Object value, String source) {
        Map<String, @Nullable Object> setting = new LinkedHashMap<>();
        setting.put("setting", name);
        setting.put("value", value);
        setting.put("source", source);
        settings.add(setting);
    }

    private @Nullable String source(String variable) {
        return session.credentials().source(variable);
    }

    private void write() {
        switch (session.output().format()) {
            case JSON -> {
                Map<String, @Nullable Object> document = new LinkedHashMap<>();
                settings.forEach(setting -> document.put(String.valueOf(setting.get("setting")), withoutName(setting)));
                session.output().json(document);
            }
            case IDS -> settings.forEach(setting -> session.terminal().out().println(setting.get("setting")));
            case TEXT ->
                session.output().rows(List.of("setting", "value", "source")).write(settings);
        }
    }

    private static Map<String, @Nullable Object> withoutName(Map<String, @Nullable Object> setting) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(setting);
        rest.remove("setting");
        return rest;
    }
}
