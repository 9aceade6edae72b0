package com.devpayr.error;

import static java.util.Objects.requireNonNull;

import com.devpayr.operation.Operation;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response with a status of 400 or more.
 *
 * <p>A class with a builder rather than a record, so that fields can be added without breaking callers.
 */
public final class ApiFailure implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final int status;
    private final @Nullable String message;

    @SuppressWarnings("serial") // made by Collections and List.copyOf
    private final Map<String, List<String>> fieldErrors;

    private final @Nullable Duration retryAfter;

    private ApiFailure(Builder builder) {
        this.operation = builder.operation;
        this.status = builder.status;
        this.message = builder.message;
        this.fieldErrors = builder.fieldErrors;
        this.retryAfter = builder.retryAfter;
    }

    /**
     * Returns a builder for a failure.
     *
     * @param operation operation that failed
     * @param status HTTP status
     */
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

    /** Returns DevPayr's message, or null if there is none. */
    public @Nullable String message() {
        return message;
    }

    /** Returns DevPayr's messages by field, in its order; unmodifiable, possibly empty. */
    public Map<String, List<String>> fieldErrors() {
        return fieldErrors;
    }

    /** Returns the time to wait before the next attempt, or null if DevPayr did not specify one. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    String describe() {
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiFailure that
                && operation == that.operation
                && status == that.status
                && Objects.equals(message, that.message)
                && fieldErrors.equals(that.fieldErrors)
                && Objects.equals(retryAfter, that.retryAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operation, status, message, fieldErrors, retryAfter);
    }

    @Override
    public String toString() {
        return "ApiFailure[operation=" + operation + ", status=" + status + ", message=" + message + ", fieldErrors="
                + fieldErrors + ", retryAfter=" + retryAfter + "]";
    }

    /** Builder for {@link ApiFailure}. */
    public static final class Builder {
        private final Operation operation;
        private final int status;
        private @Nullable String message;
        private Map<String, List<String>> fieldErrors = Map.of();
        private @Nullable Duration retryAfter;

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

        /** Returns the failure. */
        public ApiFailure build() {
            return new ApiFailure(this);
        }
    }
}
