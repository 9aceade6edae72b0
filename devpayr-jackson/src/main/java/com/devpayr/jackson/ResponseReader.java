package com.devpayr.jackson;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ProtocolException;
import com.devpayr.internal.policy.ErrorBody;
import com.devpayr.internal.policy.ErrorPolicy;
import com.devpayr.operation.Operation;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every transport does with an answer: a success becomes the port's result, anything else the exception that the
 * core's error policy says. Safe for use by many threads; reads a body once, as a stream, and never more of it than the
 * configuration allows.
 *
 * <pre>{@code
 * Object license = answers.read(Operation.LICENSE_GET, License.class, status, retryAfter, body);
 * }</pre>
 *
 * <p>Source: wire contract, section 1, envelope and errors.
 */
public final class ResponseReader {
    private final DevPayrConfig config;
    private final ErrorPolicy errors;
    private final JsonMapper mapper;
    private final TokenStreamFactory parsers;
    private final Map<Type, BodyReader> readers = new ConcurrentHashMap<>();

    /** A reader with a configuration's limits and secrets. */
    public ResponseReader(DevPayrConfig config) {
        this.config = config;
        this.errors = new ErrorPolicy(config, Clock.systemUTC());
        this.mapper = WireMapper.create(config.maxResponseBytes(Operation.INJECTABLE_STREAM));
        this.parsers = mapper.tokenStreamFactory(); // the mapper's own parsers bring a context that nobody asks
    }

    /**
     * The result of a port's method.
     *
     * @param type what the method returns, without a future around it; {@code void} or {@link Void} for nothing
     * @param status the HTTP status
     * @param retryAfter the {@code Retry-After} header as it came, null when absent
     * @param body the body, empty when there was none; the caller closes it
     * @return of the type, null for nothing
     * @throws DevPayrException when the answer is a refusal, or not DevPayr's
     * @throws IOException when the stream breaks
     */
    public @Nullable Object read(
            Operation operation, Type type, int status, @Nullable String retryAfter, InputStream body)
            throws IOException {
        InputStream bounded = new BoundedStream(body, config.maxResponseBytes(operation));
        if (status < 200 || status > 299) {
            throw errors.failure(operation, status, retryAfter, errorBody(bounded));
        }
        try (JsonParser parser = parsers.createParser(ObjectReadContext.empty(), bounded)) {
            return reader(type).read(parser);
        } catch (Complaint complaint) {
            throw new ProtocolException(operation, complaint.getMessage());
        } catch (JacksonIOException broken) {
            throw cause(operation, broken);
        } catch (JacksonException malformed) {
            throw new ProtocolException(operation, Complaint.about(malformed).getMessage());
        }
    }

    private BodyReader reader(Type type) {
        return readers.computeIfAbsent(type, unseen -> BodyReader.of(mapper, unseen));
    }

    private static IOException cause(Operation operation, JacksonIOException broken) {
        IOException cause = requireNonNull(broken.getCause());
        if (cause instanceof BoundedStream.TooLargeException tooLarge) {
            throw new ProtocolException(
                    operation, "it has " + tooLarge.getMessage() + ", which is the configured limit");
        }
        if (cause instanceof CharConversionException) {
            throw new ProtocolException(operation, "its bytes are no text");
        }
        return cause;
    }

    private ErrorBody errorBody(InputStream body) {
        try {
            return ErrorBodies.read(mapper.readTree(body));
        } catch (JacksonException notJson) {
            return ErrorBody.EMPTY;
        }
    }
}
