package com.devpayr.spring.retrofit;

import com.devpayr.retrofit.RetrofitDevPayr;

/**
 * Callback to customize the builders of the Retrofit clients. Called once for the blocking and once for the asynchronous
 * client. Customizers are called in the order of {@link org.springframework.core.annotation.Order}.
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
    /** Customizes the builder. */
    void customize(RetrofitDevPayr.Builder retrofit);
}
