package com.devpayr.vertx;

import com.devpayr.config.ProxySettings;
import com.devpayr.internal.policy.ConnectFailure;
import io.netty.handler.proxy.ProxyConnectException;
import java.io.IOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Translates failures of Vert.x to open a connection.
 *
 * @param proxy proxy of the connections, or null if there is none
 */
record ConnectFailures(@Nullable ProxySettings proxy) {
    private static final String AUTHENTICATION_REQUIRED = "status: 407";

    /** Returns the failure of a request that was not sent. */
    ConnectFailure of(Throwable failure) {
        if (proxy == null || !(failure instanceof ProxyConnectException)) {
            return ConnectFailure.of(proxy, failure);
        }
        return String.valueOf(failure.getMessage()).contains(AUTHENTICATION_REQUIRED)
                ? ConnectFailure.proxyAuthentication(proxy, failure)
                : ConnectFailure.notTunnelled(proxy, failure);
    }

    /** Returns the failure of a request for which no connection was available in time. */
    ConnectFailure ofTimeout(String message) {
        return ConnectFailure.notInTime(proxy, new ConnectException(message));
    }

    /** Returns the failure of a request that was sent. With TLS 1.3 the server can reject the client after that. */
    IOException ofSentRequest(Throwable failure) {
        return ConnectFailure.isHandshake(failure)
                ? ConnectFailure.of(proxy, failure)
                : new IOException(failure.getMessage(), failure);
    }
}
