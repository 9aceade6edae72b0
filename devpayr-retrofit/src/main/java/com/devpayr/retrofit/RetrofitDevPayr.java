package com.devpayr.retrofit;

import static java.util.Objects.requireNonNull;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.Transport;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseService;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import java.util.Map;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * DevPayr over Retrofit, blocking or asynchronous.
 *
 * <pre>{@code
 * DevPayr devpayr = RetrofitDevPayr.create(DevPayrConfig.fromEnvironment());
 * AsyncDevPayr async = RetrofitDevPayr.async(config);
 * AsyncDevPayr shared = RetrofitDevPayr.builder(config).client(okHttpClient).buildAsync();
 * }</pre>
 *
 * <p>Sends each request once: OkHttp's own retries and redirects are off.
 *
 * <p>The futures of the asynchronous style complete on the threads of OkHttp's dispatcher: virtual threads from Java 21
 * on, 16 platform threads before, on which calls take turns. What is chained to a future may block, and then keeps a
 * call from its turn. Cancelling a future cancels its call.
 */
public final class RetrofitDevPayr {
    private RetrofitDevPayr() {}

    /** A blocking client with every default. */
    public static DevPayr create(DevPayrConfig config) {
        return builder(config).build();
    }

    /** An asynchronous client with every default. */
    public static AsyncDevPayr async(DevPayrConfig config) {
        return builder(config).buildAsync();
    }

    /** A client to be fitted out. */
    public static Builder builder(DevPayrConfig config) {
        return new Builder(config);
    }

    /** Fits out a client with the caller's own OkHttp. */
    public static final class Builder {
        private final DevPayrConfig config;
        private @Nullable OkHttpClient client;

        private Builder(DevPayrConfig config) {
            this.config = config;
        }

        /**
         * The caller's own OkHttp client. Its connection pool, dispatcher, interceptors, TLS, proxy and event listeners
         * are used and never closed by this library; its timeouts, retries and redirects give way to the configuration
         * and the contract. Mind that its interceptors see the headers that authenticate, and that its dispatcher runs
         * five asynchronous calls to one host at a time unless told otherwise.
         */
        public Builder client(OkHttpClient client) {
            this.client = client;
            return this;
        }

        /** The blocking client. Retrofit, its client and JSON are made at the first call. */
        public DevPayr build() {
            Transport transport = onDemand(client);
            return DevPayr.of(transport, transport);
        }

        /** The asynchronous client. Retrofit, its client and JSON are made at the first call. */
        public AsyncDevPayr buildAsync() {
            Transport transport = onDemand(client);
            return AsyncDevPayr.of(transport, transport);
        }

        private Transport onDemand(@Nullable OkHttpClient callers) {
            return Transport.onDemand(() -> new Ports(
                    config, callers == null ? OkHttpClients.create(config) : OkHttpClients.over(callers, config)));
        }
    }

    private static final class Ports implements Transport {
        /** Which annotated interface is which port. */
        private static final Map<Class<?>, Class<?>> ANNOTATED = Map.ofEntries(
                Map.entry(ProjectService.class, RetrofitProjectService.class),
                Map.entry(DomainService.class, RetrofitDomainService.class),
                Map.entry(LicenseService.class, RetrofitLicenseService.class),
                Map.entry(InjectableService.class, RetrofitInjectableService.class),
                Map.entry(PaymentService.class, RetrofitPaymentService.class),
                Map.entry(RuntimeService.class, RetrofitRuntimeService.class),
                Map.entry(AsyncProjectService.class, RetrofitAsyncProjectService.class),
                Map.entry(AsyncDomainService.class, RetrofitAsyncDomainService.class),
                Map.entry(AsyncLicenseService.class, RetrofitAsyncLicenseService.class),
                Map.entry(AsyncInjectableService.class, RetrofitAsyncInjectableService.class),
                Map.entry(AsyncPaymentService.class, RetrofitAsyncPaymentService.class),
                Map.entry(AsyncRuntimeService.class, RetrofitAsyncRuntimeService.class));

        private final Retrofit retrofit;
        private final OkHttpClients engine;

        Ports(DevPayrConfig config, OkHttpClients engine) {
            this.engine = engine;
            this.retrofit = new Retrofit.Builder()
                    .baseUrl(config.baseUrl().toString())
                    .callFactory(unheard(engine.client()))
                    .addCallAdapterFactory(new PortCallAdapters(new RetrofitCalls(engine.client(), config)))
                    .build();
        }

        /** Retrofit makes a call of its own to make a request; the caller's listeners hear of the one that is sent. */
        private static OkHttpClient unheard(OkHttpClient client) {
            return client.newBuilder().eventListener(EventListener.NONE).build();
        }

        @Override
        public <P> P port(Class<P> type) {
            return type.cast(retrofit.create(requireNonNull(ANNOTATED.get(type), "every port is annotated")));
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
