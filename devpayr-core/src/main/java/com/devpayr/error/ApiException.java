package com.devpayr.error;

import static java.util.Objects.requireNonNull;

import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response with an HTTP status of 400 or more. Common statuses have a subtype of their own; the type depends on the
 * status alone, never on the message.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
public sealed class ApiException extends DevPayrException
        permits BadRequestException,
                UnauthorizedException,
                ForbiddenException,
                NotFoundException,
                ConflictException,
                ValidationException,
                RateLimitedException,
                ServerException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final int status;
    private final @Nullable String serverMessage;

    @SuppressWarnings("serial") // created by Collections and List.copyOf
    private final Map<String, List<String>> fieldErrors;

    private final @Nullable Duration retryAfter;

    @SuppressWarnings("serial") // a TreeMap with lists created by List.copyOf
    private final Map<String, List<String>> headers;

    ApiException(Builder builder) {
        super(builder.describe(), null);
        this.operation = builder.operation;
        this.status = builder.status;
        this.serverMessage = builder.message;
        this.fieldErrors = builder.fieldErrors;
        this.retryAfter = builder.retryAfter;
        this.headers = builder.headers;
    }

    /** Returns a builder for the exception of a failed call, of the subtype for its status. */
    public static Builder builder(Operation operation, int status) {
        return new Builder(operation, status);
    }

    /** Returns the operation that failed. */
    public Operation operation() {
        return operation;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the message of DevPayr, or null if the response contains none. */
    public @Nullable String serverMessage() {
        return serverMessage;
    }

    /** Returns DevPayr's messages by field, in its order; unmodifiable, possibly empty. */
    public Map<String, List<String>> fieldErrors() {
        return fieldErrors;
    }

    /** Returns the time to wait before the next attempt, or null if DevPayr did not specify one. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Returns the headers of the response by name, in any case, each with its values in order; unmodifiable, possibly empty.
     * Never headers of the request.
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Builder for {@link ApiException}. */
    public static final class Builder {
        private final Operation operation;
        private final int status;
        private @Nullable String message;
        private Map<String, List<String>> fieldErrors = Map.of();
        private @Nullable Duration retryAfter;
        private Map<String, List<String>> headers = Map.of();

        private Builder(Operation operation, int status) {
            this.operation = requireNonNull(operation, "operation");
            this.status = status;
        }

        /** Sets DevPayr's message. */
        public Builder message(@Nullable String message) {
            this.message = message;
            return this;
        }

        /** Sets DevPayr's messages by field; empty by default. Keeps their order. */
        public Builder fieldErrors(Map<String, List<String>> fieldErrors) {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            fieldErrors.forEach((field, messages) -> copy.put(field, List.copyOf(messages)));
            this.fieldErrors = Collections.unmodifiableMap(copy);
            return this;
        }

        /** Sets the time to wait before the next attempt. */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /** Sets the headers of the response; none by default. */
        public Builder headers(Map<String, List<String>> headers) {
            Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            this.headers = Collections.unmodifiableMap(copy);
            return this;
        }

        /** Creates the exception. */
        public ApiException build() {
            return switch (status) {
                case 400 -> new BadRequestException(this);
                case 401 -> new UnauthorizedException(this);
                case 403 -> new ForbiddenException(this);
                case 404 -> new NotFoundException(this);
                case 409 -> new ConflictException(this);
                case 422 -> new ValidationException(this);
                case 429 -> new RateLimitedException(this);
                default -> status >= 500 ? new ServerException(this) : new ApiException(this);
            };
        }

        private String describe() {
            List<String> parts = new ArrayList<>();
            if (message != null) {
                parts.add(message);
            }
            fieldErrors.forEach((field, messages) -> parts.add(field + ": " + String.join(" ", messages)));
            if (retryAfter != null) {
                parts.add("retry after " + retryAfter.toSeconds() + " s");
            }
            String summary = operation.id() + " failed with HTTP status " + status;
            return parts.isEmpty() ? summary : summary + ": " + String.join("; ", parts);
        }
    }
}
