package com.devpayr.okhttp;

import java.io.IOException;
import java.net.ConnectException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request has left: OkHttp asks the network interceptors only when it has a connection. What fails before
 * (name, connect, TLS) becomes a {@link ConnectException}, so that the core knows that nothing was sent.
 */
final class Departure {
    private volatile boolean left;

    private Departure() {}

    /** The application interceptor. */
    static Response report(Interceptor.Chain chain) throws IOException {
        Departure departure = new Departure();
        try {
            return chain.proceed(
                    chain.request().newBuilder().tag(Departure.class, departure).build());
        } catch (IOException failure) {
            throw departure.left ? failure : notConnected(failure);
        }
    }

    /** The network interceptor. */
    static Response mark(Interceptor.Chain chain) throws IOException {
        @Nullable Departure departure = chain.request().tag(Departure.class);
        if (departure != null) {
            departure.left = true;
        }
        return chain.proceed(chain.request());
    }

    private static ConnectException notConnected(IOException failure) {
        ConnectException notConnected = new ConnectException(failure.getMessage());
        notConnected.initCause(failure);
        return notConnected;
    }
}
