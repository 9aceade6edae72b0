package com.devpayr.spring;

import com.devpayr.config.LogLevel;
import java.time.Duration;
import java.util.List;
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
 * @param requireDomain Whether to fail instead of generating an identifier if no domain is configured. Recommended in
 *     containers.
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
 * @param proxy HTTP proxy of the connection.
 */
@ConfigurationProperties("devpayr")
public record DevPayrProperties(
        boolean inferDomain,
        boolean requireDomain,
        boolean allowPlainHttp,
        @Nullable String transport,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("1024") int maxConnections,
        @Nullable LogLevel log,
        @DefaultValue("1MB") DataSize maxResponseSize,
        @DefaultValue("64MB") DataSize maxPayloadResponseSize,
        @DefaultValue Ssl ssl,
        @DefaultValue Proxy proxy) {

    /**
     * Configuration properties for SSL.
     *
     * @param bundle Name of the SSL bundle to use for the connection.
     */
    public record Ssl(@Nullable String bundle) {}

    /**
     * Configuration properties for the HTTP proxy.
     *
     * @param host Host name or IP address of the proxy. If not set, the proxy of the environment is used, such as 'HTTPS_PROXY'.
     * @param port Port of the proxy.
     * @param username User name for the proxy. Sent with Basic authentication.
     * @param password Password for the proxy.
     * @param passwordFile Path of a file that contains the password for the proxy. Read again when the file changes.
     * @param noProxy Hosts to connect to without this proxy, such as 'api.example.com', '.example.com' or '*'.
     */
    public record Proxy(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String username,
            @Nullable String password,
            @Nullable String passwordFile,
            @DefaultValue({}) List<String> noProxy) {
        /** Returns a text with host and port. Does not contain the password. */
        @Override
        public String toString() {
            return "Proxy[host=" + host + ", port=" + port + "]";
        }
    }
}
