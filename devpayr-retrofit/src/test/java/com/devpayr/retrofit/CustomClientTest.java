package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.testkit.fault.FaultServer;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that an OkHttp client of the application is shared and not modified. */
class CustomClientTest {
    private final OkHttpClient customClient = new OkHttpClient();

    @AfterEach
    void closeCustomClient() {
        customClient.dispatcher().executorService().shutdown();
        customClient.connectionPool().evictAll();
    }

    @ParameterizedTest
    @EnumSource
    void customInterceptorsReceiveTheCompleteRequest(Style style) throws Exception {
        AtomicInteger seen = new AtomicInteger();
        OkHttpClient intercepted = customClient
                .newBuilder()
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
    void customEventListenersAreNotifiedOncePerCall(Style style) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        OkHttpClient observed = customClient
                .newBuilder()
                .eventListenerFactory(call -> {
                    calls.incrementAndGet();
                    return EventListener.NONE;
                })
                .build();
        try (FaultServer server = FaultServer.start(Server.project());
                DevPayr devpayr = style.open(
                        RetrofitDevPayr.builder(Server.config(server).build()).client(observed))) {
            devpayr.projects().get(7);

            assertThat(calls).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeKeepsTheConnectionsOfACustomClient(Style style) throws Exception {
        try (FaultServer server = FaultServer.start(Server.project())) {
            DevPayr devpayr = style.open(
                    RetrofitDevPayr.builder(Server.config(server).build()).client(customClient));
            devpayr.projects().get(7);

            devpayr.close();

            assertThat(customClient.connectionPool().connectionCount()).isEqualTo(1);
            assertThat(customClient.dispatcher().executorService().isShutdown()).isFalse();
            try (Response response = customClient
                    .newCall(new Request.Builder().url(server.baseUrl()).build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void settingsOfACustomClientAreUnchanged() throws Exception {
        try (FaultServer server = FaultServer.start(Server.project());
                DevPayr devpayr = RetrofitDevPayr.builder(Server.config(server).build())
                        .client(customClient)
                        .build()) {
            devpayr.projects().get(7);

            assertThat(customClient.retryOnConnectionFailure()).isTrue();
            assertThat(customClient.followRedirects()).isTrue();
            assertThat(customClient.interceptors()).isEmpty();
            assertThat(customClient.networkInterceptors()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void customClientKeepsItsProxyUnlessOneIsConfigured(Style style) throws Exception {
        OkHttpClient proxied = customClient
                .newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("own.invalid", 3128)))
                .build();
        try (FaultServer server = FaultServer.start();
                DevPayr own = style.open(
                        RetrofitDevPayr.builder(Server.config(server).build()).client(proxied));
                DevPayr configured = style.open(RetrofitDevPayr.builder(Server.config(server)
                                .baseUrl("https://api.devpayr.invalid/")
                                .proxy("configured.invalid", 3128)
                                .build())
                        .client(proxied))) {
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> own.projects().get(7))
                    .withMessageContaining("own.invalid");
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> configured.projects().get(7))
                    .withMessageContaining("configured.invalid");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void ownClientsDoNotUseTheProxyOfTheJvm() {
        try (OkHttpClients clients = OkHttpClients.create(DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .build())) {
            assertThat(clients.client().proxy()).isEqualTo(Proxy.NO_PROXY);
        }
    }
}
