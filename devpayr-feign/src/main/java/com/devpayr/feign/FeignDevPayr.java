package com.devpayr.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.config.ConfigAccess;
import com.devpayr.internal.config.InstalledLibrary;
import com.devpayr.jackson.internal.JacksonVersion;
import com.devpayr.jackson.internal.RequestBodyWriter;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.spi.CallTransport;
import feign.Client;
import feign.Feign;
import feign.Logger;
import feign.RequestInterceptor;
import feign.Retryer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Creates blocking DevPayr clients over Feign.
 *
 * <pre>{@code
 * DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.fromEnvironment());
 * DevPayr tuned = FeignDevPayr.builder(config).okHttp(client).build(); // with the application's TLS, proxy and threads
 * }</pre>
 *
 * <p>Sends each request exactly once: Feign's retries are disabled. Uses OkHttp unless a client is set, since Feign's
 * default client cannot send PATCH and repeats requests.
 */
public final class FeignDevPayr {
    private FeignDevPayr() {}

    /** Creates a client with default settings. */
    public static DevPayr create(DevPayrConfig config) {
        return builder(config).build();
    }

    /** Returns a builder for a customized client. */
    public static Builder builder(DevPayrConfig config) {
        return new Builder(config);
    }

    /** Builds a client with parts of Feign that the caller supplies. Not safe for use by multiple threads. */
    public static final class Builder {
        private final DevPayrConfig config;
        private final List<RequestInterceptor> interceptors = new ArrayList<>();
        private Logger.@Nullable Level level;
        private @Nullable Consumer<String> lines;
        private @Nullable Client client;
        private @Nullable OkHttpClient okHttp;

        private Builder(DevPayrConfig config) {
            this.config = config;
        }

        private Builder(Builder other) {
            this(other.config);
            this.interceptors.addAll(other.interceptors);
            this.level = other.level;
            this.lines = other.lines;
            this.client = other.client;
            this.okHttp = other.okHttp;
        }

        /**
         * Sets the Feign client to use in place of OkHttp. It must be able to send PATCH, must not repeat requests, and must
         * end a call within {@code callTimeout}; connect and read timeouts, at most the timeout of the call's options, are
         * passed to it with every request. It uses its own proxy and TLS, and is never closed by this library. The URL of a request is
         * complete; its template has no query unless there is a request interceptor.
         */
        public Builder client(Client client) {
            this.client = client;
            return this;
        }

        /**
         * Sets the OkHttp client to use, unless a Feign client is set. Its connection pool, interceptors, TLS, proxy and event
         * listeners are used, and never closed by this library; its timeouts, retries and redirects are replaced by the
         * configuration, as are proxy and TLS if they are configured. Its interceptors see the headers that authenticate.
         */
        public Builder okHttp(OkHttpClient okHttp) {
            this.okHttp = okHttp;
            return this;
        }

        /** Adds a request interceptor, which runs before the credential is added. */
        public Builder requestInterceptor(RequestInterceptor interceptor) {
            interceptors.add(interceptor);
            return this;
        }

        /**
         * Enables Feign's logging. Values of headers and query parameters, and long segments of the path, that are not known to be
         * harmless are masked.
         *
         * @param level up to {@link Logger.Level#HEADERS}
         * @param lines receives each line
         * @throws ConfigurationException for {@link Logger.Level#FULL}, since bodies contain secrets and license keys
         */
        public Builder logging(Logger.Level level, Consumer<String> lines) {
            if (level == Logger.Level.FULL) {
                throw new ConfigurationException("logging", "is FULL, which would log secrets; use HEADERS or less");
            }
            this.level = level;
            this.lines = lines;
            return this;
        }

        /**
         * Creates the client. Feign, its HTTP client and JSON are loaded by the first call.
         *
         * @throws ConfigurationException if Feign or Jackson is older than DevPayr requires, or a Feign client is set together
         *     with a configured {@code proxy} or {@code sslContext}, which it would ignore. A proxy of the environment is not
         *     rejected.
         */
        public DevPayr build() {
            if (client != null) {
                requireSettingsOfTheClientOnly();
            }
            InstalledLibrary.require("io.github.openfeign", "feign-core", "13.6", FeignDevPayr.class);
            JacksonVersion.check();
            Builder snapshot = new Builder(this);
            return DevPayr.create(config, CallTransport.lazy(snapshot::transport));
        }

        private void requireSettingsOfTheClientOnly() {
            if (ConfigAccess.hasExplicitProxy(config)) {
                throw new ConfigurationException(
                        "proxy", "does not apply to client(…), which has its own proxy; configure it there");
            }
            if (config.sslContext() != null) {
                throw new ConfigurationException(
                        "sslContext", "does not apply to client(…), which has its own TLS; configure it there");
            }
        }

        private CallTransport transport() {
            if (client != null) {
                return transport(client, () -> {});
            }
            OkHttpClients clients = okHttp == null ? OkHttpClients.create(config) : OkHttpClients.wrap(okHttp, config);
            return transport(new OkHttpFeignClient(clients, config), clients::close);
        }

        private CallTransport transport(Client http, Runnable release) {
            RequestMapper requests = new RequestMapper(new RequestBodyWriter());
            return new FeignTransport(feign(http, requests), config, interceptors.isEmpty(), release);
        }

        private Feign.Builder feign(Client http, RequestMapper requests) {
            RedactingLogger logger = level == null || lines == null
                    ? null
                    : new RedactingLogger(level, lines, config.baseUrl().toString());
            Feign.Builder feign = Feign.builder()
                    .client(new CompletingClient(http, config, requests, logger))
                    .retryer(Retryer.NEVER_RETRY)
                    .options(new ClientOptions(config))
                    .requestInterceptors(interceptors)
                    .queryMapEncoder(RequestMapper::query)
                    .encoder(requests::writeBody)
                    .responseInterceptor(new ResponseMapper(config)::read);
            if (level != null && logger != null) {
                feign.logLevel(level).logger(logger);
            }
            return feign;
        }
    }
}
