package com.devpayr.benchmarks.caller;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.vertx.VertxDevPayr;
import feign.Client;
import feign.DefaultClient;
import feign.hc5.ApacheHttp5Client;
import feign.http2client.Http2Client;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Creates callers by transport and layer. The layers are {@code bare}, the HTTP client of the transport; {@code library}, Feign
 * or Retrofit; and {@code sdk}, DevPayr's client.
 */
public final class Callers {
    private Callers() {}

    /**
     * Creates a blocking caller.
     *
     * @param transport {@code feign}, {@code retrofit} or {@code vertx}; Feign's other clients are {@code feign-default},
     *     {@code feign-hc5} and {@code feign-jdk}
     */
    public static Caller blocking(String transport, String layer, BenchmarkedOperation operation, String baseUrl) {
        CallFixture fixture = new CallFixture(baseUrl);
        return switch (layer + " " + transport) {
            case "bare feign", "bare retrofit" -> new BareOkHttp(operation, fixture);
            case "library feign" ->
                new PlainFeign(
                        new feign.okhttp.OkHttpClient(CallFixture.okHttp().build()), operation, fixture);
            case "library retrofit" -> new PlainRetrofit(operation, fixture);
            case "bare vertx" -> blocking(new BareWebClient(operation, fixture));
            default ->
                transport.startsWith("feign-") && layer.equals("library")
                        ? new PlainFeign(feignClient(transport), operation, fixture)
                        : call(sdk(transport, fixture.config), operation);
        };
    }

    /** Creates an asynchronous caller with {@code vertx}. The layer is {@code bare} or {@code sdk}. */
    public static AsyncCaller async(String transport, String layer, BenchmarkedOperation operation, String baseUrl) {
        CallFixture fixture = new CallFixture(baseUrl);
        return switch (layer + " " + transport) {
            case "bare vertx" -> new BareWebClient(operation, fixture);
            case "sdk vertx" -> call(VertxDevPayr.create(fixture.config).async(), operation);
            default -> throw new IllegalArgumentException("no asynchronous " + layer + " " + transport);
        };
    }

    private static DevPayr sdk(String transport, DevPayrConfig config) {
        return switch (transport) {
            case "feign" -> FeignDevPayr.create(config);
            case "retrofit" -> RetrofitDevPayr.create(config);
            case "vertx" -> VertxDevPayr.create(config).blocking();
            default ->
                FeignDevPayr.builder(config).client(feignClient(transport)).build();
        };
    }

    private static Client feignClient(String name) {
        return switch (name) {
            case "feign-default" -> new DefaultClient(null, null);
            case "feign-hc5" -> new ApacheHttp5Client();
            case "feign-jdk" -> new Http2Client();
            default -> throw new IllegalArgumentException("no transport " + name);
        };
    }

    private static Caller call(DevPayr devpayr, BenchmarkedOperation operation) {
        return new Caller() {
            @Override
            public Object call() {
                return operation.call(devpayr);
            }

            @Override
            public void close() {
                devpayr.close();
            }
        };
    }

    private static AsyncCaller call(AsyncDevPayr devpayr, BenchmarkedOperation operation) {
        return new AsyncCaller() {
            @Override
            public CompletableFuture<?> call() {
                return operation.call(devpayr);
            }

            @Override
            public void close() {
                devpayr.close();
            }
        };
    }

    private static Caller blocking(AsyncCaller async) {
        return new Caller() {
            @Override
            public Object call() throws IOException {
                return async.call().join();
            }

            @Override
            public void close() {
                async.close();
            }
        };
    }
}
