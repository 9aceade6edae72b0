package com.devpayr.spring.retrofit;

import com.devpayr.retrofit.RetrofitDevPayr;

/**
 * Fits out the clients over Retrofit; asked once for each style. Several are asked in the order of {@link
 * org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * RetrofitDevPayrCustomizer shared(OkHttpClient okHttp) {
 *     return retrofit -> retrofit.client(okHttp);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RetrofitDevPayrCustomizer {
    /** Fits out a client. */
    void customize(RetrofitDevPayr.Builder retrofit);
}
