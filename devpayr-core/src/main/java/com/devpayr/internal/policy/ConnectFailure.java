package com.devpayr.internal.policy;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure to open a connection, with what to check. The request was not processed, and normally not sent. */
public final class ConnectFailure extends ConnectException {
    private static final long serialVersionUID = 1L;

    private static final String DEFAULT_ADVICE = "check the base URL and the network";

    private final String advice;

    private ConnectFailure(String advice, @Nullable Throwable cause) {
        super(cause == null ? advice : String.valueOf(cause.getMessage()));
        this.advice = advice;
        if (cause != null) {
            initCause(cause);
        }
    }

    /**
     * Returns the failure of a connection.
     *
     * @param proxy proxy of the connection, or null if there is none
     * @param failure error of the HTTP library
     */
    public static ConnectFailure of(@Nullable ProxySettings proxy, Throwable failure) {
        if (failure instanceof ConnectFailure known) {
            return known;
        }
        String advice = Optional.ofNullable(TlsFailures.advice(failure, proxy == null))
                .orElseGet(() -> proxy == null ? DEFAULT_ADVICE : adviceFor(proxy, failure));
        return new ConnectFailure(advice, failure);
    }

    /** Connecting to a proxy involves no other host, so that a refused connection or an unknown host is that of the proxy. */
    private static String adviceFor(ProxySettings proxy, Throwable failure) {
        return failure instanceof ConnectException
                        || failure instanceof UnknownHostException
                        || failure instanceof NoRouteToHostException
                        || isConnectTimeout(failure)
                ? "the proxy " + proxy + " could not be reached; check host and port of the proxy"
                : notTunnelled(proxy);
    }

    /**
     * Returns whether a failure is an expired connect timeout. {@link java.net.HttpURLConnection} and Apache's client throw the
     * exception of an expired read timeout, with another message.
     */
    static boolean isConnectTimeout(Throwable failure) {
        return failure instanceof SocketTimeoutException
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    /** Returns the failure of a tunnel: the proxy responded with an error, or not at all. */
    public static ConnectFailure notTunnelled(ProxySettings proxy, Throwable failure) {
        return new ConnectFailure(notTunnelled(proxy), failure);
    }

    private static String notTunnelled(ProxySettings proxy) {
        return "the proxy " + proxy
                + " did not open a connection to DevPayr; check that it permits the host of the base URL";
    }

    /**
     * Returns the failure of a request for which no connection was available in time: none could be opened, or all were in use.
     *
     * @param proxy proxy of the connections, or null if there is none
     * @param expired the timeout that expired
     */
    public static ConnectFailure notInTime(@Nullable ProxySettings proxy, ConnectException expired) {
        String advice =
                proxy == null ? DEFAULT_ADVICE : "check that the proxy " + proxy + " permits the host of the base URL";
        return new ConnectFailure(advice + ", or raise maxConnections if all connections are in use", expired);
    }

    /**
     * Returns the failure of a tunnel that the proxy rejected with status 407.
     *
     * @param cause error of the HTTP library, or null if there is none
     */
    public static ConnectFailure proxyAuthentication(ProxySettings proxy, @Nullable Throwable cause) {
        return new ConnectFailure(
                proxy.username() == null
                        ? "the proxy " + proxy
                                + " requires authentication (407); set user name and password of the proxy"
                        : "the proxy " + proxy
                                + " rejected user name and password (407); check them, and that the proxy"
                                + " supports Basic authentication",
                cause);
    }

    /** Returns the failure of a call that started while its client was closed. */
    public static ConnectFailure clientClosed() {
        return new ConnectFailure("this DevPayr client is closed; create a new one", null);
    }

    /** Returns whether a request was certainly not processed, since the TLS handshake failed. */
    public static boolean isHandshake(Throwable failure) {
        return TlsFailures.isHandshake(failure);
    }

    /** Returns the exception for an operation. */
    TransportException toException(Operation operation) {
        return TransportException.notConnected(operation, advice, getCause());
    }
}
