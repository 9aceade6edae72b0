package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.page.PageRequest;
import com.devpayr.spring.feign.FeignDevPayrCustomizer;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asynchronous calls of a blocking transport run on the application's task executor. */
class ThreadsTest {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void usesVirtualThreadsIfEnabled(boolean on) {
        CompletableFuture<String> thread = new CompletableFuture<>();
        Contexts.backend()
                .withPropertyValues("spring.threads.virtual.enabled=" + on)
                .withBean(
                        FeignDevPayrCustomizer.class,
                        () -> feign -> feign.client((request, options) -> {
                            thread.complete(Thread.currentThread().toString());
                            return Response.builder()
                                    .status(200)
                                    .request(request)
                                    .body("{\"status\":\"success\",\"data\":{\"data\":[]}}", StandardCharsets.UTF_8)
                                    .build();
                        }))
                .run(context -> assertThat(
                                context.getBean(AsyncDevPayr.class).projects().list(PageRequest.first()))
                        .succeedsWithin(Duration.ofSeconds(10)));

        boolean virtual = on && Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
        assertThat(thread.join())
                .startsWith(virtual ? "VirtualThread[" : "Thread[")
                .contains("task-");
    }
}
