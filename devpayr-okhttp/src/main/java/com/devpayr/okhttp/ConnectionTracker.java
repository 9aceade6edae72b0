package com.devpayr.okhttp;

import java.io.IOException;
import java.net.ConnectException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A pair of interceptors that track whether a call has obtained a connection. OkHttp calls network interceptors only after
 * that, so an earlier failure (DNS, connect, TLS) is reported as a {@link ConnectException}: the request was not sent.
 *
 * <p>Both interceptors of a call run on the same thread, so a thread local is sufficient. A request tag would require a copy
 * of the request for each call.
 */
final class ConnectionTracker {
    private static final ThreadLocal<Boolean> CONNECTED = ThreadLocal.withInitial(() -> false);

    private ConnectionTracker() {}

    /** The application interceptor. Calls may be nested, since an authenticator can make calls. */
    static Response interceptCall(Interceptor.Chain chain) throws IOException {
        boolean connectedBefore = CONNECTED.get();
        CONNECTED.set(false);
        try {
            return chain.proceed(chain.request());
        } catch (IOException failure) {
            throw CONNECTED.get() ? failure : notConnected(failure);
        } finally {
            CONNECTED.set(connectedBefore);
        }
    }

    /** The network interceptor, called once the call has a connection. */
    static Response interceptNetwork(Interceptor.Chain chain) throws IOException {
        CONNECTED.set(true);
        return chain.proceed(chain.request());
    }

    private static ConnectException notConnected(IOException failure) {
        ConnectException notConnected = new ConnectException(failure.getMessage());
        notConnected.initCause(failure);
        return notConnected;
    }
}
