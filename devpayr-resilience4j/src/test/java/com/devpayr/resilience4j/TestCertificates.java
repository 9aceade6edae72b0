package com.devpayr.resilience4j;

import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates of test servers, and the TLS context of a client that trusts one of their authorities. */
final class TestCertificates {
    private static final long DAY = 24L * 60 * 60 * 1000;

    private final HeldCertificate trusted = authority();
    private final SSLContext client = new HandshakeCertificates.Builder()
            .addTrustedCertificate(trusted.certificate())
            .build()
            .sslContext();

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    SSLContext client() {
        return client;
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
}
