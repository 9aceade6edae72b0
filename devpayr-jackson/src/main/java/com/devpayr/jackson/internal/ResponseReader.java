package com.devpayr.jackson.internal;

import static java.util.Objects.requireNonNull;

import com.devpayr.call.CallOptions;
import com.devpayr.call.RawResult;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ProtocolException;
import com.devpayr.internal.call.PortTypes;
import com.devpayr.internal.policy.ErrorBody;
import com.devpayr.internal.policy.ErrorPolicy;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawResponse;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts responses to results and exceptions, for every transport. Reads a body once, as a stream, up to the configured
 * limit. Safe for use by multiple threads.
 *
 * <pre>{@code
 * Object license = responses.read(Operation.LICENSE_GET, options, response);
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
public final class ResponseReader {
    private final DevPayrConfig config;
    private final ErrorPolicy errors;
    private final JsonMapper mapper;
    private final TokenStreamFactory parsers;
    private final Map<Operation, BodyReader> readers = new ConcurrentHashMap<>();

    /** Creates a reader with the limits and secrets of a configuration. */
    public ResponseReader(DevPayrConfig config) {
        this.config = config;
        this.errors = new ErrorPolicy(config, Clock.systemUTC());
        this.mapper = WireMapper.create(config.maxResponseBytes(Operation.INJECTABLE_STREAM));
        this.parsers = mapper.tokenStreamFactory(); // avoids the context that parsers of the mapper create
    }

    /**
     * Returns the result of an operation, and closes the response.
     *
     * @param options the options of the call
     * @return the result of the port's method; null where it returns nothing
     * @throws DevPayrException if the status is not a success, or the body is invalid
     * @throws IOException if the connection breaks
     */
    public @Nullable Object read(Operation operation, CallOptions options, RawResponse response) throws IOException {
        try (response) {
            return readOpen(operation, options, response);
        }
    }

    private @Nullable Object readOpen(Operation operation, CallOptions options, RawResponse response)
            throws IOException {
        boolean isCompressed = "gzip".equalsIgnoreCase(response.header("Content-Encoding"));
        boolean isSuccess = response.status() / 100 == 2;
        try (InputStream body = isSuccess ? open(response, isCompressed) : openError(response, isCompressed)) {
            if (!isSuccess) {
                throw readError(operation, options, response.status(), response.headers(), body);
            }
            return operation.isRaw()
                    ? readRaw(operation, response.status(), response.headers(), body)
                    : readSuccess(operation, body);
        } catch (ZipException | EOFException broken) {
            if (isCompressed) {
                throw new ProtocolException(operation, "corrupt gzip encoding");
            }
            throw broken;
        }
    }

    /** Opens a body. An empty body is not decompressed, since it has no gzip header. */
    private static InputStream open(RawResponse response, boolean isCompressed) throws IOException {
        InputStream body = response.body();
        return isCompressed && response.bufferedLength() != 0 ? new GZIPInputStream(body) : body;
    }

    /** Opens the body of an error; empty if it cannot be read, since the status alone determines the exception. */
    private static InputStream openError(RawResponse response, boolean isCompressed) {
        try {
            return open(response, isCompressed);
        } catch (IOException unreadable) {
            return InputStream.nullInputStream();
        }
    }

    /**
     * Returns the result from the body of a successful response.
     *
     * @throws ProtocolException if the body is invalid or too large
     * @throws IOException if the connection breaks
     */
    public @Nullable Object readSuccess(Operation operation, InputStream body) throws IOException {
        InputStream bounded = new BoundedStream(body, config.maxResponseBytes(operation));
        try (JsonParser parser = parsers.createParser(ObjectReadContext.empty(), bounded)) {
            return reader(operation).read(parser);
        } catch (MalformedResponseException malformed) {
            throw new ProtocolException(operation, malformed.getMessage());
        } catch (JacksonIOException broken) {
            throw cause(operation, broken);
        } catch (JacksonException invalid) {
            throw new ProtocolException(
                    operation, MalformedResponseException.of(invalid).getMessage());
        }
    }

    /**
     * Returns the result of a raw request.
     *
     * @throws ProtocolException if the body is too large
     * @throws IOException if the connection breaks
     */
    public RawResult readRaw(Operation operation, int status, Map<String, List<String>> headers, InputStream body)
            throws IOException {
        try {
            byte[] bytes = new BoundedStream(body, config.maxResponseBytes(operation)).readAllBytes();
            return RawResult.of(status, headers, bytes, content -> parse(operation, content));
        } catch (BoundedStream.TooLargeException tooLarge) {
            throw tooLarge(operation, tooLarge);
        }
    }

    private Object parse(Operation operation, byte[] content) {
        try {
            return mapper.readValue(content, Object.class);
        } catch (JacksonException invalid) {
            throw new ProtocolException(
                    operation, MalformedResponseException.of(invalid).getMessage());
        }
    }

    private static ProtocolException tooLarge(Operation operation, BoundedStream.TooLargeException failure) {
        return new ProtocolException(operation, failure.getMessage() + ", which is the configured limit");
    }

    /**
     * Returns the exception for a status other than 2xx.
     *
     * @param options the options of the call
     * @param headers the headers of the response by name, in any case
     * @param body read up to the configured limit
     */
    public DevPayrException readError(
            Operation operation, CallOptions options, int status, Map<String, List<String>> headers, InputStream body) {
        InputStream bounded = new BoundedStream(body, config.maxResponseBytes(operation));
        return errors.failure(operation, options, status, headers, errorBody(bounded));
    }

    private BodyReader reader(Operation operation) {
        BodyReader known = readers.get(operation); // takes no lock, unlike computeIfAbsent
        return known == null
                ? readers.computeIfAbsent(operation, unseen -> BodyReader.of(mapper, PortTypes.resultOf(unseen)))
                : known;
    }

    private static IOException cause(Operation operation, JacksonIOException broken) {
        IOException cause = requireNonNull(broken.getCause());
        if (cause instanceof BoundedStream.TooLargeException tooLarge) {
            throw tooLarge(operation, tooLarge);
        }
        if (cause instanceof CharConversionException) {
            throw new ProtocolException(operation, "not valid UTF-8");
        }
        return cause;
    }

    private ErrorBody errorBody(InputStream body) {
        try {
            return ErrorBodyParser.parse(mapper.readTree(body));
        } catch (JacksonException notJson) {
            return ErrorBody.EMPTY;
        }
    }
}
