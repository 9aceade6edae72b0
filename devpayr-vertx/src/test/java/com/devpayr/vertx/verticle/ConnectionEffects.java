package com.devpayr.vertx.verticle;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.ProxySettings;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.testkit.fault.TestAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** The effects of the keys of proxy and TLS. */
final class ConnectionEffects {
    private static final String PASSWORD = TestAuthority.PASSWORD;
    private static final String HTTPS = "https://api.example.com/";
    private static final String PROXY_OF_THE_ENVIRONMENT = "https.proxyHost";

    private final Path folder;
    private final TestAuthority authority = TestAuthority.create();
    private final KeyStore client = authority.keyStore("client");

    private ConnectionEffects(Path folder) {
        this.folder = folder;
    }

    static List<KeyEffect> all(Path folder) throws IOException {
        try {
            ConnectionEffects effects = new ConnectionEffects(folder);
            List<KeyEffect> all = new ArrayList<>(effects.proxy());
            all.addAll(effects.tls());
            return all;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<KeyEffect> proxy() throws IOException {
        String file =
                Files.writeString(folder.resolve("proxy-password"), "of-a-file").toString();
        return List.of(
                KeyEffect.of(
                                "proxy.host",
                                "proxy.example.com",
                                "proxy.example.com",
                                ConnectionEffects::hostBesideAnotherOne,
                                "base-url",
                                HTTPS)
                        .withDefault("environment.example.com"),
                proxy("proxy.port", 8080, 8080, ProxySettings::port, "proxy.host", "proxy")
                        .withDefault(3128),
                proxy(
                        "proxy.username",
                        "shop",
                        "shop",
                        proxy -> String.valueOf(proxy.username()),
                        "proxy.host",
                        "proxy",
                        "proxy.password",
                        "a-password"),
                proxy(
                        "proxy.password",
                        "a-password",
                        "a-password",
                        ConnectionEffects::password,
                        "proxy.host",
                        "proxy",
                        "proxy.username",
                        "shop"),
                proxy(
                        "proxy.password-file",
                        file,
                        "of-a-file",
                        ConnectionEffects::password,
                        "proxy.host",
                        "proxy",
                        "proxy.username",
                        "shop"),
                proxy(
                                "proxy.no-proxy",
                                "a.example.com, .b.example.com",
                                "false false true",
                                proxy -> proxy.appliesTo("a.example.com") + " " + proxy.appliesTo("x.b.example.com")
                                        + " " + proxy.appliesTo("c.example.com"),
                                "proxy.host",
                                "proxy")
                        .withDefault("true true true"));
    }

    private static KeyEffect proxy(
            String key, Object value, Object expected, Function<ProxySettings, Object> setting, Object... others) {
        List<Object> all = new ArrayList<>(List.of("base-url", HTTPS));
        all.addAll(Arrays.asList(others));
        return KeyEffect.of(
                key,
                value,
                expected,
                fixture -> setting.apply(requireNonNull(fixture.config().proxy())),
                all.toArray());
    }

    /** Returns the host of the proxy while the environment has another one. */
    private static String hostBesideAnotherOne(DeploymentFixture fixture) {
        String before = System.setProperty(PROXY_OF_THE_ENVIRONMENT, "environment.example.com");
        try {
            return requireNonNull(fixture.config().proxy()).host();
        } finally {
            if (before == null) {
                System.clearProperty(PROXY_OF_THE_ENVIRONMENT);
            } else {
                System.setProperty(PROXY_OF_THE_ENVIRONMENT, before);
            }
        }
    }

    private static String password(ProxySettings proxy) {
        return String.valueOf(proxy.password());
    }

    private List<KeyEffect> tls() throws IOException, GeneralSecurityException {
        String keys = store("keys.p12", client);
        String trusted = store("trusted.p12", authority.trustStore());
        String password = Files.writeString(folder.resolve("store-password"), PASSWORD + "\n")
                .toString();
        String certificate = pem("tls.crt", "CERTIFICATE", client.getCertificateChain("key"));
        String privateKey = Files.writeString(
                        folder.resolve("tls.key"),
                        pem(
                                "PRIVATE KEY",
                                client.getKey("key", PASSWORD.toCharArray()).getEncoded()))
                .toString();
        String authorityPem =
                pem("ca.crt", "CERTIFICATE", authority.trustStore().getCertificate("authority"));
        List<Object> trust = List.of("ssl.trust-certificate", authorityPem);
        List<Object> identity = List.of("ssl.certificate", certificate, "ssl.private-key", privateKey);
        return List.of(
                tls("ssl.key-store", keys, trust, "ssl.key-store-password", PASSWORD),
                tls("ssl.key-store-password", PASSWORD, trust, "ssl.key-store", keys),
                tls("ssl.key-store-password-file", password, trust, "ssl.key-store", keys),
                tls("ssl.certificate", certificate, trust, "ssl.private-key", privateKey),
                tls("ssl.private-key", privateKey, trust, "ssl.certificate", certificate),
                tls("ssl.trust-store", trusted, identity, "ssl.trust-store-password", PASSWORD),
                tls("ssl.trust-store-password", PASSWORD, identity, "ssl.trust-store", trusted),
                tls("ssl.trust-store-password-file", password, identity, "ssl.trust-store", trusted),
                tls("ssl.trust-certificate", authorityPem, identity));
    }

    /** Returns an effect on a call of a server that requires a client certificate. */
    private KeyEffect tls(String key, Object value, List<Object> some, Object... others) {
        List<Object> all = new ArrayList<>(List.of("api-key", "an-api-key"));
        all.addAll(some);
        all.addAll(Arrays.asList(others));
        return KeyEffect.of(key, value, 12L, this::licenseId, all.toArray());
    }

    private long licenseId(DeploymentFixture fixture) {
        try (FaultServer server = FaultServer.startTls(
                authority.context(authority.keyStore("127.0.0.1")), socket -> socket.setNeedClientAuth(true))) {
            server.setFault(Faults.response(200, "", "{\"data\":{\"id\":12,\"uuid\":\"a-license-key\"}}"));
            fixture.set("base-url", server.baseUrl());
            return fixture.deploy().client().blocking().licenses().get(1, 12).id();
        }
    }

    private String store(String name, KeyStore store) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file.toString();
    }

    private String pem(String name, String type, Certificate... certificates) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Certificate certificate : certificates) {
            try {
                all.append(pem(type, certificate.getEncoded()));
            } catch (GeneralSecurityException failure) {
                throw new UncheckedIOException(new IOException(failure));
            }
        }
        return Files.writeString(folder.resolve(name), all).toString();
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }
}
