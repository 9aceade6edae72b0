package com.devpayr.jackson;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.internal.HttpCallTransport;
import com.devpayr.jackson.internal.JacksonVersion;
import com.devpayr.spi.HttpTransport;

/**
 * Creates DevPayr clients over any HTTP library. Routes, headers, JSON, limits and errors are handled here; the {@link
 * HttpTransport} only sends requests.
 *
 * <pre>{@code
 * DevPayr devpayr = HttpDevPayr.create(config, new MyTransport(config));
 * AsyncDevPayr async = HttpDevPayr.createAsync(config, new MyTransport(config));
 * }</pre>
 */
public final class HttpDevPayr {
    private HttpDevPayr() {}

    /**
     * Creates a blocking client.
     *
     * @param transport closed with the client
     * @throws com.devpayr.error.ConfigurationException if Jackson is older than DevPayr requires
     */
    public static DevPayr create(DevPayrConfig config, HttpTransport transport) {
        return createAsync(config, transport).blocking();
    }

    /**
     * Creates an asynchronous client.
     *
     * @param transport closed with the client
     * @throws com.devpayr.error.ConfigurationException if Jackson is older than DevPayr requires
     */
    public static AsyncDevPayr createAsync(DevPayrConfig config, HttpTransport transport) {
        JacksonVersion.check();
        return AsyncDevPayr.create(config, new HttpCallTransport(config, transport));
    }
}
