package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.testkit.fault.FaultServer;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that the caller brings is used as it is, and left as it was. */
class CallersClientTest {
    private final OkHttpClient callers = new OkHttpClient();

    @AfterEach
    void closeTheCallersClient() {
        callers.dispatcher().executorService().shutdown();
        callers.connectionPool().evictAll();
    }

    @ParameterizedTest
    @EnumSource
    void itsInterceptorsSeeTheWholeRequest(Style style) throws Exception {
        AtomicInteger seen = new AtomicInteger();
        OkHttpClient intercepted = callers.newBuilder()
                .addInterceptor(chain -> {
                    Request request = chain.request();
                    assertThat(request.header("X-API-KEY")).isEqualTo("api-key");
                    seen.incrementAndGet();
                    return chain.proceed(request);
                })
                .build();
        try (FaultServer server = FaultServer.start(Server.project());
                DevPayr devpayr = style.open(
                        RetrofitDevPayr.builder(Server.config(server).build()).client(intercepted))) {
            devpayr.projects().get(7);

            assertThat(seen).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsListenersHearOfEachCallOnce(Style style) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        OkHttpClient listened = callers.newBuilder()
                .eventListenerFactory(call -> {
                    calls.incrementAndGet();
                    return EventListener.NONE;
                })
                .build();
        try (FaultServer server = FaultServer.start(Server.project());
                DevPayr devpayr = style.open(
                        RetrofitDevPayr.builder(Server.config(server).build()).client(listened))) {
            devpayr.projects().get(7);

            assertThat(calls).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsConnectionsAreSharedAndOutliveOurs(Style style) throws Exception {
        try (FaultServer server = FaultServer.start(Server.project())) {
            DevPayr devpayr = style.open(
                    RetrofitDevPayr.builder(Server.config(server).build()).client(callers));
            devpayr.projects().get(7);

            devpayr.close();

            assertThat(callers.connectionPool().connectionCount()).isEqualTo(1);
            assertThat(callers.dispatcher().executorService().isShutdown()).isFalse();
            try (Response response = callers.newCall(
                            new Request.Builder().url(server.baseUrl()).build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void itsOwnSettingsStayAsTheyWere() throws Exception {
        try (FaultServer server = FaultServer.start(Server.project());
                DevPayr devpayr = RetrofitDevPayr.builder(Server.config(server).build())
                        .client(callers)
                        .build()) {
            devpayr.projects().get(7);

            assertThat(callers.retryOnConnectionFailure()).isTrue();
            assertThat(callers.followRedirects()).isTrue();
            assertThat(callers.interceptors()).isEmpty();
            assertThat(callers.networkInterceptors()).isEmpty();
        }
    }
}
