package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.spring.feign.FeignDevPayrCustomizer;
import com.devpayr.spring.retrofit.RetrofitDevPayrCustomizer;
import com.devpayr.spring.vertx.VertxDevPayrCustomizer;
import com.devpayr.testkit.InMemoryDevPayr;
import feign.Response;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;

class TransportChoiceTest {
    private static final String KEY = "devpayr.api-key=a-key";

    /** Keeps its port, but does not listen. */
    private final Socket refusing = new Socket();

    @BeforeEach
    void bind() throws IOException {
        refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        refusing.close();
    }

    @Test
    void usesTheOnlyTransport() {
        List<String> packages = List.of("com.devpayr.feign", "com.devpayr.retrofit", "com.devpayr.vertx");
        for (String only : packages) {
            String[] others =
                    packages.stream().filter(name -> !name.equals(only)).toArray(String[]::new);
            Contexts.bare()
                    .withClassLoader(new FilteredClassLoader(others))
                    .withPropertyValues(KEY)
                    .run(context -> assertThat(context).as(only).hasSingleBean(DevPayr.class));
        }
    }

    @Test
    void prefersAnAddedTransportToThatOfTheStarter() {
        AtomicBoolean usesFeign = new AtomicBoolean();
        Contexts.bare()
                .withClassLoader(new FilteredClassLoader("com.devpayr.vertx"))
                .withPropertyValues(KEY)
                .withBean(FeignDevPayrCustomizer.class, () -> feign -> usesFeign.set(true))
                .run(context -> assertThat(context).hasSingleBean(DevPayr.class));

        assertThat(usesFeign).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx", "in-memory"})
    void usesTheConfiguredTransport(String name) {
        Contexts.bare().withPropertyValues(KEY, "devpayr.transport=" + name).run(context -> assertThat(context)
                .hasNotFailed());
    }

    @Test
    void failsIfSeveralTransportsArePresent() {
        Contexts.bare().withPropertyValues(KEY).run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(TransportChoiceException.class)
                .hasMessageContaining("feign, retrofit, vertx"));
    }

    @Test
    void usesTheApplicationsTransport() {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        DevPayrTransport own = new DevPayrTransport() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public DevPayrClients connect(DevPayrConfig config) {
                DevPayr devpayr = fake.connect(config);
                return new DevPayrClients(devpayr, devpayr.async(Runnable::run));
            }
        };
        Contexts.bare()
                .withPropertyValues(
                        "devpayr.transport=own",
                        "devpayr.api-key=" + fake.createGlobalKey().reveal())
                .withBean(DevPayrTransport.class, () -> own)
                .run(context -> {
                    assertThat(context.getBean(DevPayr.class).projects().listAll())
                            .isEmpty();
                    assertThat(fake.requests()).hasSize(1);
                });
    }

    @Test
    void customizesFeign() {
        List<String> paths = new ArrayList<>();
        Contexts.backend()
                .withBean(
                        FeignDevPayrCustomizer.class,
                        () -> feign -> feign.client((request, options) -> {
                            paths.add(URI.create(request.url()).getPath());
                            return Response.builder()
                                    .status(200)
                                    .request(request)
                                    .body("{\"status\":\"success\",\"data\":{\"data\":[]}}", StandardCharsets.UTF_8)
                                    .build();
                        }))
                .run(context -> assertThat(
                                context.getBean(DevPayr.class).projects().listAll())
                        .isEmpty());

        assertThat(paths).containsExactly("/api/v1/projects");
    }

    @Test
    void customizesBothRetrofitClients() {
        List<String> paths = new ArrayList<>();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    paths.add(chain.request().url().encodedPath());
                    throw new IOException("no network in this test");
                })
                .build();
        Contexts.backend()
                .withPropertyValues("devpayr.transport=retrofit", "devpayr.resilience.enabled=false")
                .withBean(RetrofitDevPayrCustomizer.class, () -> retrofit -> retrofit.client(own))
                .run(context -> {
                    assertThat(catchThrowable(() ->
                                    context.getBean(DevPayr.class).licenses().get(1, 2)))
                            .isNotNull();
                    assertThat(context.getBean(AsyncDevPayr.class).licenses().get(1, 3))
                            .failsWithin(Duration.ofSeconds(10));
                });
        own.dispatcher().executorService().shutdown();

        assertThat(paths).containsExactly("/api/v1/project/1/licenses/2", "/api/v1/project/1/licenses/3");
    }

    @Test
    void customizesBothVertxClients() {
        int refused = refusing.getLocalPort();
        ProxyOptions proxy =
                new ProxyOptions().setType(ProxyType.HTTP).setHost("127.0.0.1").setPort(refused);
        Contexts.backend()
                .withPropertyValues("devpayr.transport=vertx", "devpayr.resilience.enabled=false")
                .withBean(
                        VertxDevPayrCustomizer.class,
                        () -> vertx -> vertx.options(new HttpClientOptions().setProxyOptions(proxy)))
                .run(context -> {
                    assertThat(catchThrowable(() ->
                                    context.getBean(DevPayr.class).licenses().get(1, 2)))
                            .hasStackTraceContaining("127.0.0.1:" + refused);
                    assertThat(context.getBean(AsyncDevPayr.class).licenses().get(1, 3))
                            .failsWithin(Duration.ofSeconds(10))
                            .withThrowableThat()
                            .withStackTraceContaining("127.0.0.1:" + refused);
                });
    }

    @Test
    void vertxTransportUsesTheApplicationsVertxAndLeavesItOpen() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(10_000);
            Contexts.backend()
                    .withPropertyValues(
                            "devpayr.transport=vertx",
                            "devpayr.resilience.enabled=false",
                            "devpayr.base-url=http://127.0.0.1:" + server.getLocalPort())
                    .withBean(Vertx.class, () -> vertx, bean -> bean.setDestroyMethodName(""))
                    .run(context -> {
                        CompletableFuture<Vertx> completedBy = context.getBean(AsyncDevPayr.class)
                                .licenses()
                                .get(1, 3)
                                .handle((license, lost) ->
                                        Vertx.currentContext().owner());

                        server.accept().close(); // only now, so that this thread does not run the function

                        assertThat(completedBy)
                                .succeedsWithin(Duration.ofSeconds(10))
                                .isSameAs(vertx);
                    });

            assertThat(vertx.executeBlocking(() -> "open").toCompletionStage())
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo("open");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
