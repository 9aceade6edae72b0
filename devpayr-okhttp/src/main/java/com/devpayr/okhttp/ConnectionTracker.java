package com.devpayr.okhttp;

import java.io.IOException;
import java.net.ConnectException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Whether a request has left: OkHttp asks the network interceptors only when it has a connection. What fails before
 * (name, connect, TLS) becomes a {@link ConnectException}, so that the core knows that nothing was sent.
 *
 * <p>Both interceptors of a call run on one thread, one within the other. A tag of the request could say the same, but only
 * by a copy of the request for each call.
 */
final class ConnectionTracker {
    private static final ThreadLocal<Boolean> LEFT = ThreadLocal.withInitial(() -> false);

    private ConnectionTracker() {}

    /** The application interceptor. One call may be made within another, by somebody's authenticator. */
    static Response report(Interceptor.Chain chain) throws IOException {
        boolean outer = LEFT.get();
        LEFT.set(false);
        try {
            return chain.proceed(chain.request());
        } catch (IOException failure) {
            throw LEFT.get() ? failure : notConnected(failure);
        } finally {
            LEFT.set(outer);
        }
    }

    /** The network interceptor. */
    static Response mark(Interceptor.Chain chain) throws IOException {
        LEFT.set(true);
        return chain.proceed(chain.request());
    }

    private static ConnectException notConnected(IOException failure) {
        ConnectException notConnected = new ConnectException(failure.getMessage());
        notConnected.initCause(failure);
        return notConnected;
    }
}
