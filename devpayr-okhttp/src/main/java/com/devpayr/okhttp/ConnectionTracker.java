package com.devpayr.okhttp;

import com.devpayr.config.ProxySettings;
import com.devpayr.internal.policy.ConnectFailure;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A pair of interceptors that track whether a call has obtained a connection. OkHttp calls network interceptors only after
 * that, so an earlier failure (DNS, connect, proxy, TLS) is reported as a {@link ConnectFailure}: the request was not sent.
 *
 * <p>Both interceptors of a call run on the same thread, so a thread local is sufficient. A request tag would require a copy
 * of the request for each call.
 */
final class ConnectionTracker {
    private static final ThreadLocal<Boolean> CONNECTED = ThreadLocal.withInitial(() -> false);

    private final @Nullable ProxySettings proxy;
    private final BooleanSupplier isClosed;

    /**
     * Creates the interceptors.
     *
     * @param proxy proxy of the connections, or null if there is none
     * @param isClosed whether calls are rejected, since the client is closed
     */
    ConnectionTracker(@Nullable ProxySettings proxy, BooleanSupplier isClosed) {
        this.proxy = proxy;
        this.isClosed = isClosed;
    }

    /** The application interceptor. Calls may be nested, since an authenticator can make calls. */
    Response interceptCall(Interceptor.Chain chain) throws IOException {
        boolean connectedBefore = CONNECTED.get();
        CONNECTED.set(false);
        try {
            if (isClosed.getAsBoolean()) {
                throw ConnectFailure.clientClosed();
            }
            return chain.proceed(chain.request());
        } catch (IOException failure) {
            throw CONNECTED.get() ? failure : ConnectFailure.of(proxy, failure);
        } finally {
            CONNECTED.set(connectedBefore);
        }
    }

    /** The network interceptor, called once the call has a connection. */
    static Response interceptNetwork(Interceptor.Chain chain) throws IOException {
        CONNECTED.set(true);
        return chain.proceed(chain.request());
    }
}
