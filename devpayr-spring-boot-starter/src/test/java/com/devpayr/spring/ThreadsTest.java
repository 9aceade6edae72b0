package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.AsyncDevPayr;
import com.devpayr.page.PageRequest;
import com.devpayr.spring.feign.FeignDevPayrCustomizer;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Asynchronous calls of a blocking transport run on the application's task executor. */
class ThreadsTest {
    @Test
    void usesVirtualThreadsIfEnabled() {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads");

        assertThat(threadOfACall("true")).startsWith("VirtualThread[").contains("task-");
    }

    @Test
    void usesPlatformThreadsOtherwise() {
        assertThat(threadOfACall("false")).startsWith("Thread[").contains("task-");
    }

    private static String threadOfACall(String virtual) {
        CompletableFuture<String> thread = new CompletableFuture<>();
        Contexts.backend()
                .withPropertyValues("spring.threads.virtual.enabled=" + virtual)
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
        return thread.getNow("none");
    }
}
