package com.devpayr.spring;

import static java.util.Objects.requireNonNull;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import com.devpayr.operation.Operation;
import com.devpayr.spring.PropertyEffect.Observation;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The effects of the properties of the client. */
final class ClientEffects {
    private static final String[] BACKEND = {
        "devpayr.transport=feign", "devpayr.api-key=an-api-key", "devpayr.resilience.enabled=false"
    };

    private ClientEffects() {}

    static List<PropertyEffect> all(Path folder, @Nullable TlsServer tls) throws IOException {
        List<PropertyEffect> effects = new ArrayList<>(client(folder, tls));
        effects.addAll(proxy(folder));
        return effects;
    }

    private static List<PropertyEffect> proxy(Path folder) throws IOException {
        String file = file(folder, "proxy-password", "of-a-file");
        String host = "devpayr.proxy.host=proxy";
        String username = "devpayr.proxy.username=shop";
        return List.of(
                proxy("devpayr.proxy.host", "proxy.example.com", "proxy.example.com:3128", ProxySettings::toString),
                proxy("devpayr.proxy.port", "8080", "proxy:8080", ProxySettings::toString, host),
                proxy("devpayr.proxy.username", "shop", "shop", proxy -> String.valueOf(proxy.username()), host),
                proxy("devpayr.proxy.password", "secret", "secret", ClientEffects::password, host, username),
                proxy("devpayr.proxy.password-file", file, "of-a-file", ClientEffects::password, host, username),
                proxy(
                        "devpayr.proxy.no-proxy",
                        "a.example.com,.b.example.com",
                        "false false true",
                        proxy -> proxy.appliesTo("a.example.com") + " " + proxy.appliesTo("x.b.example.com") + " "
                                + proxy.appliesTo("c.example.com"),
                        host));
    }

    private static PropertyEffect proxy(
            String property, String value, String expected, Function<ProxySettings, Object> setting, String... more) {
        return config(
                property,
                value,
                expected,
                it -> setting.apply(requireNonNull(it.proxy())),
                Stream.concat(Stream.of("devpayr.base-url=https://api.example.com/"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String password(ProxySettings proxy) {
        return String.valueOf(proxy.password());
    }

    private static List<PropertyEffect> client(Path folder, @Nullable TlsServer tls) throws IOException {
        return List.of(
                config("devpayr.api-key", "another-key", "another-key", it -> it.credential(Operation.LICENSE_GET)),
                config(
                        "devpayr.license-key",
                        "a-license-key",
                        "a-license-key",
                        it -> it.credential(Operation.PAYMENT_CHECK)),
                config("devpayr.secret", "a long secret", "a long secret", ClientEffects::secret),
                config("devpayr.domain", "https://Shop.Example.com/path", "shop.example.com", it -> it.domain()
                        .value()),
                PropertyEffect.of(
                        "devpayr.api-key-file",
                        file(folder, "api-key", "key-of-a-file"),
                        "key-of-a-file",
                        of(it -> it.credential(Operation.LICENSE_GET)),
                        "devpayr.transport=feign"),
                config(
                        "devpayr.license-key-file",
                        file(folder, "license-key", "license-of-a-file"),
                        "license-of-a-file",
                        it -> it.credential(Operation.PAYMENT_CHECK)),
                config(
                        "devpayr.secret-file",
                        file(folder, "secret", "secret of a file"),
                        "secret of a file",
                        ClientEffects::secret),
                config(
                        "devpayr.domain-file",
                        file(folder, "domain", "file.example.com"),
                        "file.example.com",
                        it -> it.domain().value()),
                config(
                        "devpayr.infer-domain",
                        "true",
                        "app.example.com",
                        it -> it.domain().value(),
                        "APP_URL=https://app.example.com/x"),
                config(
                        "devpayr.require-domain",
                        "true",
                        "domain is not set, and a fingerprint is not permitted (requireDomain); set DEVPAYR_DOMAIN",
                        ClientEffects::domainOrFailure),
                config(
                        "devpayr.base-url",
                        "https://devpayr.example.com/api",
                        "https://devpayr.example.com/api/",
                        it -> it.baseUrl().toString()),
                config(
                        "devpayr.allow-plain-http",
                        "true",
                        "http://devpayr.example.com/",
                        it -> it.baseUrl().toString(),
                        "devpayr.base-url=http://devpayr.example.com"),
                PropertyEffect.of(
                        "devpayr.transport", "in-memory", 1, ClientEffects::inMemoryRequests, "devpayr.api-key=a-key"),
                PropertyEffect.of(
                        "devpayr.ssl.bundle",
                        "private",
                        0L,
                        ClientEffects::projects,
                        with(requireNonNull(tls).bundle("private"), "devpayr.base-url=" + tls.baseUrl())),
                config("devpayr.connect-timeout", "1s", Duration.ofSeconds(1), DevPayrConfig::connectTimeout),
                config("devpayr.read-timeout", "250ms", Duration.ofMillis(250), DevPayrConfig::readTimeout),
                config("devpayr.call-timeout", "PT1M", Duration.ofMinutes(1), DevPayrConfig::callTimeout),
                config("devpayr.max-connections", "7", 7, DevPayrConfig::maxConnections),
                config("devpayr.log", "debug", LogLevel.DEBUG, DevPayrConfig::logLevel),
                config(
                        "devpayr.max-response-size",
                        "10KB",
                        10 * 1024,
                        it -> it.maxResponseBytes(Operation.LICENSE_GET)),
                config(
                        "devpayr.max-payload-response-size",
                        "2MB",
                        2 * 1024 * 1024,
                        it -> it.maxResponseBytes(Operation.INJECTABLE_GET)));
    }

    /** Returns an effect on the configuration of a client with an API key. */
    private static PropertyEffect config(
            String property, String value, Object expected, Function<DevPayrConfig, Object> setting, String... more) {
        return PropertyEffect.of(property, value, expected, of(setting), with(more));
    }

    private static Observation of(Function<DevPayrConfig, Object> setting) {
        return application -> setting.apply(application.getBean(DevPayrConfig.class));
    }

    private static String[] with(String[] more, String... most) {
        return Stream.of(BACKEND, more, most).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String secret(DevPayrConfig config) {
        return requireNonNull(config.secret()).reveal();
    }

    private static String domainOrFailure(DevPayrConfig config) {
        try {
            return config.domain().value();
        } catch (ConfigurationException missing) {
            return String.valueOf(missing.getMessage());
        }
    }

    private static int inMemoryRequests(ApplicationContext application) {
        application.getBean(DevPayr.class).projects().listAll().forEach(project -> {});
        return application.getBean(InMemoryDevPayr.class).requests().size();
    }

    private static long projects(ApplicationContext application) {
        return application.getBean(DevPayr.class).projects().listAll().stream().count();
    }

    private static String file(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
