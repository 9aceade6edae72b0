package com.devpayr.vertx.verticle;

import com.devpayr.error.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The keys below {@code devpayr.ssl}: the client's certificate and the trusted authorities, from PKCS12, JKS or PEM files. */
final class TlsKeys {
    private final @Nullable String keyStore;
    private final @Nullable String keyStorePassword;
    private final @Nullable String certificate;
    private final @Nullable String privateKey;
    private final @Nullable String trustStore;
    private final @Nullable String trustStorePassword;
    private final @Nullable String trustCertificate;

    TlsKeys(Settings settings) {
        this.keyStore = settings.find("ssl.key-store");
        this.keyStorePassword = settings.secret("ssl.key-store-password");
        this.certificate = settings.find("ssl.certificate");
        this.privateKey = settings.find("ssl.private-key");
        this.trustStore = settings.find("ssl.trust-store");
        this.trustStorePassword = settings.secret("ssl.trust-store-password");
        this.trustCertificate = settings.find("ssl.trust-certificate");
    }

    /**
     * Returns the TLS settings; null if no key is set.
     *
     * @throws ConfigurationException if a file cannot be loaded, or the keys are incomplete or exclude each other
     */
    @Nullable
    SSLContext create(Vertx vertx) {
        KeyManager[] own = keyManagers(vertx);
        TrustManager[] trusted = trustManagers(vertx);
        if (own == null && trusted == null) {
            return null;
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trusted, null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("TLS is not available", failure);
        }
    }

    private KeyManager @Nullable [] keyManagers(Vertx vertx) {
        requireOne("ssl.key-store", keyStore, "ssl.certificate", certificate);
        requireStore("ssl.key-store", keyStore, keyStorePassword);
        if ((certificate == null) != (privateKey == null)) {
            throw Settings.failure(
                    certificate == null ? "ssl.certificate" : "ssl.private-key",
                    "is missing; set both the certificate and its private key");
        }
        if (keyStore != null) {
            KeyCertOptions options = new PfxOptions().setPath(keyStore).setPassword(keyStorePassword);
            return load(
                    "ssl.key-store", () -> options.getKeyManagerFactory(vertx).getKeyManagers());
        }
        if (certificate == null || privateKey == null) {
            return null;
        }
        KeyCertOptions options =
                new PemKeyCertOptions().addCertPath(certificate).addKeyPath(privateKey);
        return load("ssl.certificate", () -> options.getKeyManagerFactory(vertx).getKeyManagers());
    }

    private TrustManager @Nullable [] trustManagers(Vertx vertx) {
        requireOne("ssl.trust-store", trustStore, "ssl.trust-certificate", trustCertificate);
        requireStore("ssl.trust-store", trustStore, trustStorePassword);
        if (trustStore != null) {
            TrustOptions options = new PfxOptions().setPath(trustStore).setPassword(trustStorePassword);
            return load("ssl.trust-store", () -> options.getTrustManagerFactory(vertx)
                    .getTrustManagers());
        }
        if (trustCertificate == null) {
            return null;
        }
        TrustOptions options = new PemTrustOptions().addCertPath(trustCertificate);
        return load("ssl.trust-certificate", () -> options.getTrustManagerFactory(vertx)
                .getTrustManagers());
    }

    private static void requireOne(String first, @Nullable String value, String second, @Nullable String other) {
        if (value != null && other != null) {
            throw Settings.failure(first, "and devpayr." + second + " are both set; remove one of them");
        }
    }

    private static void requireStore(String name, @Nullable String store, @Nullable String password) {
        if (store == null && password != null) {
            throw Settings.failure(name, "is missing, but its password is set; set both or neither");
        }
    }

    private static <T> T load(String name, Callable<T> files) {
        try {
            return files.call();
        } catch (Exception unreadable) {
            throw Settings.failure(
                    name,
                    "cannot be loaded (" + unreadable.getMessage() + "); check the path, the format and the password",
                    unreadable);
        }
    }
}
