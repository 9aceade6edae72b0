package com.devpayr.spring.feign;

import com.devpayr.feign.FeignDevPayr;

/**
 * Callback to customize the Feign client's builder. Customizers are called in the order of {@link
 * org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * FeignDevPayrCustomizer tracing(RequestInterceptor interceptor) {
 *     return feign -> feign.requestInterceptor(interceptor);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface FeignDevPayrCustomizer {
    /** Customizes the builder. */
    void customize(FeignDevPayr.Builder feign);
}
