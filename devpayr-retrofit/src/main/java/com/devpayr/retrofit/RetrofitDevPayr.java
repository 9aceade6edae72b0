package com.devpayr.retrofit;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.jackson.internal.JacksonVersion;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallTransport;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Creates blocking and asynchronous DevPayr clients over Retrofit.
 *
 * <pre>{@code
 * DevPayr devpayr = RetrofitDevPayr.create(DevPayrConfig.fromEnvironment());
 * AsyncDevPayr async = RetrofitDevPayr.createAsync(config);
 * AsyncDevPayr shared = RetrofitDevPayr.builder(config).client(okHttpClient).buildAsync();
 * }</pre>
 *
 * <p>Sends each request exactly once: OkHttp's retries and redirects are disabled.
 *
 * <p>The futures of an asynchronous client complete on the threads of OkHttp's dispatcher: virtual threads from Java 21 on,
 * 16 platform threads before that. A callback may block, but then occupies a thread that other calls wait for. Cancelling a
 * future cancels its call.
 */
public final class RetrofitDevPayr {
    private RetrofitDevPayr() {}

    /** Creates a blocking client with default settings. */
    public static DevPayr create(DevPayrConfig config) {
        return builder(config).build();
    }

    /** Creates an asynchronous client with default settings. */
    public static AsyncDevPayr createAsync(DevPayrConfig config) {
        return builder(config).buildAsync();
    }

    /** Returns a builder for a customized client. */
    public static Builder builder(DevPayrConfig config) {
        return new Builder(config);
    }

    /** Builds a client over an OkHttp client that the caller supplies. Not safe for use by multiple threads. */
    public static final class Builder {
        private final DevPayrConfig config;
        private @Nullable OkHttpClient client;

        private Builder(DevPayrConfig config) {
            this.config = config;
        }

        /**
         * Sets the OkHttp client to use. Its connection pool, dispatcher, interceptors, TLS, proxy and event listeners are
         * used, and never closed by this library; its timeouts, retries and redirects are replaced by the configuration,
         * as are proxy and TLS if they are configured. Its interceptors see the headers that authenticate. By default, its
         * dispatcher runs five asynchronous calls to one host at a time.
         */
        public Builder client(OkHttpClient client) {
            this.client = client;
            return this;
        }

        /**
         * Creates a blocking client. Retrofit, its HTTP client and JSON are loaded by the first call.
         *
         * @throws ConfigurationException if Jackson is older than DevPayr requires
         */
        public DevPayr build() {
            JacksonVersion.check();
            OkHttpClient shared = client;
            return DevPayr.create(config, CallTransport.lazy(() -> new RetrofitTransport(calls(shared), config)));
        }

        /**
         * Creates an asynchronous client. Retrofit, its HTTP client and JSON are loaded by the first call.
         *
         * @throws ConfigurationException if Jackson is older than DevPayr requires
         */
        public AsyncDevPayr buildAsync() {
            JacksonVersion.check();
            OkHttpClient shared = client;
            return AsyncDevPayr.create(
                    config, AsyncCallTransport.lazy(() -> new AsyncRetrofitTransport(calls(shared), config)));
        }

        private RetrofitCalls calls(@Nullable OkHttpClient shared) {
            return new RetrofitCalls(
                    config, shared == null ? OkHttpClients.create(config) : OkHttpClients.wrap(shared, config));
        }
    }
}
