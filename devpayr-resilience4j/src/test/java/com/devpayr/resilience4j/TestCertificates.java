package com.devpayr.resilience4j;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Generated certificates of an authority that this process trusts until it is closed, and of one that it does not
 * trust.
 */
final class TestCertificates implements AutoCloseable {
    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String PASSWORD = "changeit";

    private final HeldCertificate trusted = authority();
    private final Path store;
    private final @Nullable String storeBefore = System.getProperty(STORE);
    private final @Nullable String passwordBefore = System.getProperty(STORE_PASSWORD);

    private TestCertificates(Path folder) throws IOException, GeneralSecurityException {
        store = folder.resolve("trusted.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry("authority", trusted.certificate());
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(STORE, store.toString());
        System.setProperty(STORE_PASSWORD, PASSWORD);
    }

    static TestCertificates open(Path folder) throws IOException, GeneralSecurityException {
        return new TestCertificates(folder);
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    SSLContext good() {
        return server(named("127.0.0.1").signedBy(trusted));
    }

    SSLContext untrusted() {
        return server(named("127.0.0.1").signedBy(authority()));
    }

    SSLContext forAnotherName() {
        return server(named("elsewhere.example.com").signedBy(trusted));
    }

    SSLContext expired() {
        long now = System.currentTimeMillis();
        return server(named("127.0.0.1").signedBy(trusted).validityInterval(now - 2 * DAY, now - DAY));
    }

    private static HeldCertificate.Builder named(String name) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(name);
    }

    private static SSLContext server(HeldCertificate.Builder certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate.build())
                .build()
                .sslContext();
    }

    @Override
    public void close() {
        restore(STORE, storeBefore);
        restore(STORE_PASSWORD, passwordBefore);
    }

    private static void restore(String property, @Nullable String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
