package com.devpayr.resilience4j;

import com.devpayr.testkit.fault.FaultServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The connection to the server, and how far a request gets. Attempts are counted at that point. */
enum ConnectionScenario {
    OPEN(Reach.REQUEST) {
        @Override
        Endpoint open(TestCertificates tls) {
            return Endpoint.of(FaultServer.start());
        }
    },
    /** The port is bound, so that no other process can use it, but does not accept connections. */
    REFUSING(Reach.NOTHING) {
        @Override
        Endpoint open(TestCertificates tls) {
            try {
                Socket unaccepting = new Socket();
                unaccepting.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
                return new Endpoint(
                        FaultServer.start(), "http://127.0.0.1:" + unaccepting.getLocalPort() + "/", unaccepting);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    },
    /** A host name that never resolves (RFC 6761). */
    UNKNOWN(Reach.NOTHING) {
        @Override
        Endpoint open(TestCertificates tls) {
            return new Endpoint(FaultServer.start(), "https://devpayr.invalid/", () -> {});
        }
    },
    TLS(Reach.REQUEST) {
        @Override
        Endpoint open(TestCertificates tls) {
            return Endpoint.of(FaultServer.startTls(tls.good()));
        }
    },
    TLS_UNTRUSTED(Reach.CONNECTION) {
        @Override
        Endpoint open(TestCertificates tls) {
            return Endpoint.of(FaultServer.startTls(tls.untrusted()));
        }
    },
    TLS_FOR_ANOTHER_NAME(Reach.CONNECTION) {
        @Override
        Endpoint open(TestCertificates tls) {
            return Endpoint.of(FaultServer.startTls(tls.forAnotherName()));
        }
    },
    TLS_EXPIRED(Reach.CONNECTION) {
        @Override
        Endpoint open(TestCertificates tls) {
            return Endpoint.of(FaultServer.startTls(tls.expired()));
        }
    },
    /** The server expects plain HTTP and does not respond to the TLS handshake. */
    TLS_STALLED(Reach.CONNECTION) {
        @Override
        Endpoint open(TestCertificates tls) {
            FaultServer silent = FaultServer.start();
            return new Endpoint(silent, silent.baseUrl().replace("http:", "https:"), () -> {});
        }
    };

    /** The part of an attempt that reaches the server. */
    enum Reach {
        REQUEST,
        CONNECTION,
        NOTHING
    }

    private final Reach reach;

    ConnectionScenario(Reach reach) {
        this.reach = reach;
    }

    abstract Endpoint open(TestCertificates tls);

    Reach reach() {
        return reach;
    }

    /** A running server and the URL that clients use. */
    record Endpoint(FaultServer server, String baseUrl, Closeable more) implements AutoCloseable {
        static Endpoint of(FaultServer server) {
            return new Endpoint(server, server.baseUrl(), () -> {});
        }

        @Override
        public void close() throws IOException {
            server.close();
            more.close();
        }
    }
}
