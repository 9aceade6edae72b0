package com.devpayr.jackson;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.internal.config.SettingChecks;
import com.devpayr.jackson.internal.ForwardedInjectablesReader;
import com.devpayr.jackson.internal.JacksonVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the injectables that DevPayr's browser SDK posts to the application's backend (its option {@code
 * injectablesEndpoint}): {@code {"injectables":[…]}}, with each row as DevPayr delivered it. Thread-safe.
 *
 * <pre>{@code
 * List<DeliveredInjectable> injectables = ForwardedInjectables.create().read(request.getInputStream());
 * applier.apply(injectables);
 * }</pre>
 *
 * <p>The body comes from a browser, so nothing in it can be trusted. The signature of an injectable protects its content, but
 * not its slug, mode, target path or metadata.
 */
public final class ForwardedInjectables {
    private static final int DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

    private final int maxBytes;
    private final ForwardedInjectablesReader reader;

    private ForwardedInjectables(int maxBytes) {
        this.maxBytes = maxBytes;
        this.reader = new ForwardedInjectablesReader(maxBytes);
    }

    /** Creates a reader for bodies of up to 16 MiB. */
    public static ForwardedInjectables create() {
        JacksonVersion.check();
        return new ForwardedInjectables(DEFAULT_MAX_BYTES);
    }

    /**
     * Returns a copy with another maximum size of a body in bytes.
     *
     * @throws ConfigurationException if the size is less than 1
     */
    public ForwardedInjectables withMaxBytes(int bytes) {
        return new ForwardedInjectables(SettingChecks.positive("maxBytes", bytes));
    }

    /** Returns the maximum size of a body in bytes. */
    public int maxBytes() {
        return maxBytes;
    }

    /**
     * Reads a body as text.
     *
     * @throws InvalidRequestException if it is too large or not the body of the browser SDK
     */
    public List<DeliveredInjectable> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a body in UTF-8.
     *
     * @throws InvalidRequestException if it is too large or not the body of the browser SDK
     */
    public List<DeliveredInjectable> read(byte[] body) {
        try {
            return read(new ByteArrayInputStream(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a body from a stream, and not more of it than the maximum size. Closes the stream.
     *
     * @throws InvalidRequestException if it is too large or not the body of the browser SDK
     * @throws IOException if the stream cannot be read
     */
    public List<DeliveredInjectable> read(InputStream body) throws IOException {
        return reader.read(body);
    }
}
