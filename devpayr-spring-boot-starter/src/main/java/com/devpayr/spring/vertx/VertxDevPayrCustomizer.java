package com.devpayr.spring.vertx;

import com.devpayr.vertx.VertxDevPayr;

/**
 * Callback to customize the Vert.x client's builder. Customizers are called in the order of {@link
 * org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * VertxDevPayrCustomizer pool() {
 *     return vertx -> vertx.pool(new PoolOptions().setHttp1MaxSize(16));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface VertxDevPayrCustomizer {
    /** Customizes the builder. */
    void customize(VertxDevPayr.Builder vertx);
}
