package com.devpayr.spring.feign;

import com.devpayr.feign.FeignDevPayr;

/**
 * Fits out the client over Feign. Several are asked in the order of {@link org.springframework.core.annotation.Order}.
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
    /** Fits out the client. */
    void customize(FeignDevPayr.Builder feign);
}
