package com.devpayr.testkit.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority for tests of TLS, with keys that are generated when it is created and are valid for a day.
 *
 * <pre>{@code
 * TestAuthority authority = TestAuthority.create();
 * SSLContext server = authority.context(authority.keyStore("127.0.0.1"));
 * SSLContext client = authority.context(authority.keyStore("client")); // for mutual TLS; null without a client certificate
 * try (FaultServer tls = FaultServer.startTls(server, socket -> socket.setNeedClientAuth(true))) {
 *     DevPayrConfig config = DevPayrConfig.builder().baseUrl(tls.baseUrl()).sslContext(client).build();
 * }
 * }</pre>
 */
public final class TestAuthority {
    /** The password of the key stores. */
    public static final String PASSWORD = "changeit";

    private static final String NAME = "DevPayr test authority";

    private final KeyPair keys;
    private final Certificate certificate;

    private TestAuthority() throws GeneralSecurityException {
        this.keys = newKeys();
        this.certificate = read(CertificateEncoder.authority(NAME, keys));
    }

    /** Creates an authority with a new key. */
    public static TestAuthority create() {
        try {
            return new TestAuthority();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK cannot create a certificate", failure);
        }
    }

    /** Returns a PKCS12 store with the certificate of this authority. */
    public KeyStore trustStore() {
        try {
            KeyStore store = newStore();
            store.setCertificateEntry("authority", certificate);
            return store;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("the JDK cannot create a trust store", failure);
        }
    }

    /**
     * Returns a PKCS12 store with a new key and its certificate, below the alias {@code key}.
     *
     * @param names host names and IPv4 addresses of the certificate; the first one is also that of its subject
     */
    public KeyStore keyStore(String... names) {
        try {
            KeyPair own = newKeys();
            Certificate issued = read(CertificateEncoder.issued(NAME, keys, own.getPublic(), names));
            KeyStore store = newStore();
            store.setKeyEntry("key", own.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {issued, certificate});
            return store;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("the JDK cannot create a certificate for " + names[0], failure);
        }
    }

    /**
     * Returns TLS settings that trust this authority only.
     *
     * @param identity store with the own key and certificate, or null for none
     */
    public SSLContext context(@Nullable KeyStore identity) {
        try {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity == null ? null : keyManagers(identity), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK cannot create TLS settings", failure);
        }
    }

    private static KeyManager[] keyManagers(KeyStore identity) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(identity, PASSWORD.toCharArray());
        return own.getKeyManagers();
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static KeyStore newStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate read(byte[] encoded) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
