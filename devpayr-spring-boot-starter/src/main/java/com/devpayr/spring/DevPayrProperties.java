package com.devpayr.spring;

import com.devpayr.config.LogLevel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the clients. Keys, secret, domain and base URL are not part of it: the clients read keys and secret from the
 * environment for every request, so that they can be rotated without a restart. Their metadata is in
 * {@code additional-spring-configuration-metadata.json}.
 *
 * @param inferDomain Whether to infer the domain from variables such as 'APP_URL' or 'VERCEL_URL' if it is not set.
 * @param allowPlainHttp Whether to allow a plain http base URL for hosts other than localhost. Credentials are then sent
 *     unencrypted.
 * @param transport Name of the transport to use. If not set, the only transport on the class path is used.
 * @param connectTimeout Maximum time to wait for a connection.
 * @param readTimeout Maximum time to wait for the next bytes of a response.
 * @param callTimeout Maximum time for a request, from start to the last byte of the response.
 * @param maxConnections Maximum number of connections that are kept open.
 * @param log Detail of the log of requests, which never contains credentials or bodies. If not set, the environment variable
 *     'DEVPAYR_LOG' or the system property 'devpayr.log' determines it.
 * @param maxResponseSize Maximum size of a response, after decompression.
 * @param maxPayloadResponseSize Maximum size of a response with payloads of injectables, after decompression.
 * @param ssl SSL configuration of the connection.
 */
@ConfigurationProperties("devpayr")
public record DevPayrProperties(
        boolean inferDomain,
        boolean allowPlainHttp,
        @Nullable String transport,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("1024") int maxConnections,
        @Nullable LogLevel log,
        @DefaultValue("1MB") DataSize maxResponseSize,
        @DefaultValue("64MB") DataSize maxPayloadResponseSize,
        @DefaultValue Ssl ssl) {

    /**
     * Configuration properties for SSL.
     *
     * @param bundle Name of the SSL bundle to use for the connection.
     */
    public record Ssl(@Nullable String bundle) {}
}
