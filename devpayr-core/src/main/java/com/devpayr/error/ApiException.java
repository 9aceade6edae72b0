package com.devpayr.error;

import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DevPayr answered, and the answer is no. One subtype for each status that a caller may want to tell apart; any other
 * status is this type itself.
 *
 * <p>Source: wire contract, section 1, errors. Classified by HTTP status alone, never by text.
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

    /** The exception for a failed call, of the subtype that its status says. */
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

    /** What was asked. */
    public Operation operation() {
        return failure.operation();
    }

    /** The HTTP status. */
    public int status() {
        return failure.status();
    }

    /** What DevPayr said, or null when the answer held no message that could be read. */
    public @Nullable String serverMessage() {
        return failure.message();
    }

    /** DevPayr's messages by field, in its order; empty when it named no field. */
    public Map<String, List<String>> fieldErrors() {
        return failure.fieldErrors();
    }

    /** How long DevPayr asks to wait before the next try, or null when it did not say. */
    public @Nullable Duration retryAfter() {
        return failure.retryAfter();
    }
}
