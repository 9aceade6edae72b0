package com.devpayr.resilience4j;

import com.devpayr.testkit.fault.FaultServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** How a client gets to the server, and how far: that is where its tries are counted. */
enum Entrance {
    OPEN(Reach.REQUEST) {
        @Override
        Door open(Tls tls) {
            return Door.of(FaultServer.start());
        }
    },
    /** The port is taken, so that nobody else gets it, and nobody listens there. */
    REFUSING(Reach.NOTHING) {
        @Override
        Door open(Tls tls) {
            try {
                Socket deaf = new Socket();
                deaf.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
                return new Door(FaultServer.start(), "http://127.0.0.1:" + deaf.getLocalPort() + "/", deaf);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    },
    /** RFC 6761: there never is such a host. */
    UNKNOWN(Reach.NOTHING) {
        @Override
        Door open(Tls tls) {
            return new Door(FaultServer.start(), "https://devpayr.invalid/", () -> {});
        }
    },
    TLS(Reach.REQUEST) {
        @Override
        Door open(Tls tls) {
            return Door.of(FaultServer.startTls(tls.good()));
        }
    },
    TLS_UNTRUSTED(Reach.CONNECTION) {
        @Override
        Door open(Tls tls) {
            return Door.of(FaultServer.startTls(tls.untrusted()));
        }
    },
    TLS_FOR_ANOTHER_NAME(Reach.CONNECTION) {
        @Override
        Door open(Tls tls) {
            return Door.of(FaultServer.startTls(tls.forAnotherName()));
        }
    },
    TLS_EXPIRED(Reach.CONNECTION) {
        @Override
        Door open(Tls tls) {
            return Door.of(FaultServer.startTls(tls.expired()));
        }
    },
    /** The server waits for a request that it can read, and says nothing to the handshake. */
    TLS_STALLED(Reach.CONNECTION) {
        @Override
        Door open(Tls tls) {
            FaultServer silent = FaultServer.start();
            return new Door(silent, silent.baseUrl().replace("http:", "https:"), () -> {});
        }
    };

    /** What of a try gets to the server. */
    enum Reach {
        REQUEST,
        CONNECTION,
        NOTHING
    }

    private final Reach reach;

    Entrance(Reach reach) {
        this.reach = reach;
    }

    abstract Door open(Tls tls);

    Reach reach() {
        return reach;
    }

    /** An open one. */
    record Door(FaultServer server, String baseUrl, Closeable more) implements AutoCloseable {
        static Door of(FaultServer server) {
            return new Door(server, server.baseUrl(), () -> {});
        }

        @Override
        public void close() throws IOException {
            server.close();
            more.close();
        }
    }
}
