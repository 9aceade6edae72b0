package com.devpayr.spring.vertx;

import com.devpayr.vertx.VertxDevPayr;

/**
 * Fits out the client over Vert.x. Several are asked in the order of {@link org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * VertxDevPayrCustomizer throughProxy(ProxyOptions proxy) {
 *     return vertx -> vertx.options(new HttpClientOptions().setProxyOptions(proxy));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface VertxDevPayrCustomizer {
    /** Fits out the client. */
    void customize(VertxDevPayr.Builder vertx);
}
