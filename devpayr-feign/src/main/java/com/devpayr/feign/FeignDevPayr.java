package com.devpayr.feign;

import static java.util.Objects.requireNonNull;

import com.devpayr.DevPayr;
import com.devpayr.call.Transport;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainService;
import com.devpayr.error.ConfigurationException;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.LicenseService;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.RuntimeService;
import feign.Client;
import feign.Feign;
import feign.Logger;
import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import feign.Target;
import feign.okhttp.OkHttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * DevPayr over Feign, blocking.
 *
 * <pre>{@code
 * DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.fromEnvironment());
 * DevPayr tuned = FeignDevPayr.builder(config).client(new ApacheHttp5Client()).build();
 * }</pre>
 *
 * <p>Sends each request once: Feign's own retries are off. Without a client of the caller's it uses OkHttp, since
 * Feign's default client cannot send PATCH and repeats requests by itself.
 */
public final class FeignDevPayr {
    private FeignDevPayr() {}

    /** A client with every default. */
    public static DevPayr create(DevPayrConfig config) {
        return builder(config).build();
    }

    /** A client to be fitted out. */
    public static Builder builder(DevPayrConfig config) {
        return new Builder(config);
    }

    /** Fits out a client with the caller's own parts of Feign. */
    public static final class Builder {
        private final DevPayrConfig config;
        private final List<RequestInterceptor> interceptors = new ArrayList<>();
        private Logger.@Nullable Level level;
        private @Nullable Consumer<String> lines;
        private @Nullable Client client;

        private Builder(DevPayrConfig config) {
            this.config = config;
        }

        private Builder(Builder other) {
            this(other.config);
            this.interceptors.addAll(other.interceptors);
            this.level = other.level;
            this.lines = other.lines;
            this.client = other.client;
        }

        /**
         * The caller's own Feign client in place of OkHttp. It must be able to send PATCH, is given the configured
         * connect and read timeouts with every request, and is never closed by this library. That it repeats nothing by
         * itself, and that a call ends in {@code callTimeout}, is then the caller's to see to.
         */
        public Builder client(Client client) {
            this.client = client;
            return this;
        }

        /** An interceptor of the caller's own, asked before the credential is added. */
        public Builder requestInterceptor(RequestInterceptor interceptor) {
            interceptors.add(interceptor);
            return this;
        }

        /**
         * Feign's log lines, without the headers that authenticate.
         *
         * @param level up to {@link Logger.Level#HEADERS}
         * @param lines what takes each line
         * @throws ConfigurationException for {@link Logger.Level#FULL}: bodies hold secrets and license keys
         */
        public Builder logging(Logger.Level level, Consumer<String> lines) {
            if (level == Logger.Level.FULL) {
                throw new ConfigurationException("logging", "is FULL, which would log secrets; use HEADERS or less");
            }
            this.level = level;
            this.lines = lines;
            return this;
        }

        /** The client. Feign, its client and JSON are made at the first call. */
        public DevPayr build() {
            Builder asItIs = new Builder(this);
            Transport transport = Transport.onDemand(() -> Ports.of(asItIs));
            return DevPayr.of(transport, transport);
        }
    }

    /** The ports, proxies of Feign's, and what frees the HTTP client. */
    private record Ports(Feign feign, DevPayrConfig config, Runnable release) implements Transport {
        /** Which annotated interface is which port. */
        private static final Map<Class<?>, Class<?>> ANNOTATED = Map.of(
                ProjectService.class, FeignProjectService.class,
                DomainService.class, FeignDomainService.class,
                LicenseService.class, FeignLicenseService.class,
                InjectableService.class, FeignInjectableService.class,
                PaymentService.class, FeignPaymentService.class,
                RuntimeService.class, FeignRuntimeService.class);

        static Ports of(Builder builder) {
            Client callers = builder.client;
            if (callers != null) {
                return new Ports(assemble(builder, callers), builder.config, () -> {});
            }
            OkHttpClients engine = OkHttpClients.create(builder.config);
            return new Ports(assemble(builder, new OkHttpClient(engine.client())), builder.config, engine::close);
        }

        private static Feign assemble(Builder builder, Client transport) {
            DevPayrConfig config = builder.config;
            FeignHooks hooks = new FeignHooks(config);
            Feign.Builder feign = Feign.builder()
                    .client(FeignHooks.classifying(transport))
                    .retryer(Retryer.NEVER_RETRY)
                    .options(new Request.Options(config.connectTimeout(), config.readTimeout(), false))
                    .requestInterceptors(builder.interceptors)
                    .requestInterceptor(hooks::addHeaders)
                    .invocationHandlerFactory(FeignHooks::unwrapping)
                    .queryMapEncoder(FeignHooks::query)
                    .encoder(hooks::writeBody)
                    .responseInterceptor(hooks::readAnswer);
            if (builder.level != null && builder.lines != null) {
                feign.logLevel(builder.level).logger(new HeaderSafeLogger(builder.lines));
            }
            return feign.build();
        }

        @Override
        public <P> P port(Class<P> type) {
            Class<?> annotated = requireNonNull(ANNOTATED.get(type), "every port has an annotated interface");
            String url = config.baseUrl().toString();
            String withoutSlash = url.substring(0, url.length() - 1);
            return type.cast(feign.newInstance(new Target.HardCodedTarget<>(annotated, withoutSlash)));
        }

        @Override
        public void close() {
            release.run();
        }
    }
}
