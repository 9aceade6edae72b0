package com.devpayr.error;

import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private final ApiFailure failure;

    ApiException(ApiFailure failure) {
        super(failure.describe(), null);
        this.failure = failure;
    }

    /** Creates the exception for a failed call, of the subtype for its status. */
    public static ApiException of(ApiFailure failure) {
        return switch (failure.status()) {
            case 400 -> new BadRequestException(failure);
            case 401 -> new UnauthorizedException(failure);
            case 403 -> new ForbiddenException(failure);
            case 404 -> new NotFoundException(failure);
            case 409 -> new ConflictException(failure);
            case 422 -> new ValidationException(failure);
            case 429 -> new RateLimitedException(failure);
            default -> failure.status() >= 500 ? new ServerException(failure) : new ApiException(failure);
        };
    }

    /** Returns the operation that failed. */
    public Operation operation() {
        return failure.operation();
    }

    /** Returns the HTTP status. */
    public int status() {
        return failure.status();
    }

    /** Returns the message of DevPayr, or null if the response contains none. */
    public @Nullable String serverMessage() {
        return failure.message();
    }

    /** Returns DevPayr's messages by field, in its order; unmodifiable, possibly empty. */
    public Map<String, List<String>> fieldErrors() {
        return failure.fieldErrors();
    }

    /** Returns the time to wait before the next attempt, or null if DevPayr did not specify one. */
    public @Nullable Duration retryAfter() {
        return failure.retryAfter();
    }
}
