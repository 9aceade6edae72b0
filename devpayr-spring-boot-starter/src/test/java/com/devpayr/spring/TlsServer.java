package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A server without projects that requires client certificates and uses a self-signed one. */
final class TlsServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Path keys;
    private final SSLContext tls;
    private final HttpsServer server;

    private TlsServer(Path keys) throws GeneralSecurityException, IOException {
        this.keys = keys;
        this.tls = context(keys);
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Creates a key in a folder, and starts a server that uses it. */
    static TlsServer start(Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        makeKeys(folder, keys);
        TlsServer started = new TlsServer(keys);
        started.serve();
        return started;
    }

    private void serve() {
        server.setHttpsConfigurator(mutual(tls));
        server.createContext("/", exchange -> {
            byte[] none = "{\"status\":\"success\",\"data\":{\"data\":[]}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, none.length);
            exchange.getResponseBody().write(none);
            exchange.close();
        });
        server.start();
    }

    String baseUrl() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** Returns the TLS settings of the server. */
    SSLContext tls() {
        return tls;
    }

    /** Returns the properties of an SSL bundle with the server's key and certificate. */
    String[] bundle(String name) {
        String prefix = "spring.ssl.bundle.jks." + name;
        return new String[] {
            prefix + ".keystore.location=file:" + keys,
            prefix + ".keystore.password=" + PASSWORD,
            prefix + ".keystore.type=PKCS12",
            prefix + ".truststore.location=file:" + keys,
            prefix + ".truststore.password=" + PASSWORD,
            prefix + ".truststore.type=PKCS12"
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpsConfigurator mutual(SSLContext context) {
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        };
    }

    private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** Creates a key store with a self-signed key and its certificate as a trusted one. */
    private static void makeKeys(Path folder, Path file) throws Exception {
        keytool(
                file,
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        Path certificate = folder.resolve("own.cer");
        keytool(file, "-exportcert", "-alias", "own", "-file", certificate.toString());
        keytool(file, "-importcert", "-noprompt", "-alias", "trusted", "-file", certificate.toString());
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
