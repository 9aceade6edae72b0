package com.devpayr.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client needs to know. The keys and the secret are read here for their metadata alone: a client asks the
 * environment anew with every request, so that they can be rotated without a restart.
 *
 * @param apiKey API key of the vendor's backend.
 * @param apiKeyFile File that holds the API key; read again when it changes.
 * @param licenseKey License key of this copy.
 * @param licenseKeyFile File that holds the license key; read again when it changes.
 * @param secret Secret that the injectables are encrypted and signed with; 8 characters at least.
 * @param secretFile File that holds the secret; read again when it changes.
 * @param domain Where this copy runs: a domain, a URL whose host is meant, or any stable identifier. Found by itself
 *     when it is not set.
 * @param domainFile File that holds the domain.
 * @param inferDomain Whether the application's and the hosting's own variables are asked when nothing names the domain.
 * @param baseUrl Where DevPayr is: https, or http to this machine itself.
 * @param allowPlainHttp Whether the base URL may be plain http to another machine, which sends credentials in clear text.
 * @param transport Which HTTP library is used. Chosen by itself when exactly one is on the class path.
 * @param connectTimeout How long to wait for a connection.
 * @param readTimeout How long to wait for the next bytes of an answer.
 * @param callTimeout How long one request may take as a whole.
 * @param maxResponseSize How large an answer may be.
 * @param maxPayloadResponseSize How large an answer that carries injectables' payloads may be.
 * @param ssl What secures the connection.
 */
@ConfigurationProperties("devpayr")
public record DevPayrProperties(
        @Nullable String apiKey,
        @Nullable String apiKeyFile,
        @Nullable String licenseKey,
        @Nullable String licenseKeyFile,
        @Nullable String secret,
        @Nullable String secretFile,
        @Nullable String domain,
        @Nullable String domainFile,
        boolean inferDomain,
        @DefaultValue("https://api.devpayr.dev/api/v1/") String baseUrl,
        boolean allowPlainHttp,
        @Nullable String transport,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("1MB") DataSize maxResponseSize,
        @DefaultValue("64MB") DataSize maxPayloadResponseSize,
        @DefaultValue Ssl ssl) {

    /**
     * What secures the connection.
     *
     * @param bundle Name of the SSL bundle whose certificates are trusted and shown.
     */
    public record Ssl(@Nullable String bundle) {}

    /** Where it points; neither keys nor the secret. */
    @Override
    public String toString() {
        return "DevPayrProperties[baseUrl=" + baseUrl + "]";
    }
}
