package com.devpayr.cli;

import com.devpayr.error.ApiException;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.InjectableException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;

/** The exit codes of the program. */
enum ExitCode {
    OK(0, "Success."),
    FAILED(1, "A file could not be read or written, the confirmation was declined, or an unexpected error occurred."),
    USAGE(2, "The command line or the configuration is invalid. No request was sent."),
    REFUSED(3, "DevPayr rejected the request, or an existing resource differs from the requested one."),
    NOT_FOUND(4, "The resource does not exist."),
    UNREACHABLE(5, "DevPayr could not be reached or is unavailable. Run the command again later."),
    OUTCOME_UNKNOWN(6, "The change may or may not have taken effect. The message says how to find out."),
    DENIED(7, "The license is denied (check and watch).");

    private static final int REQUEST_TIMEOUT = 408;

    private final int status;
    private final String description;

    ExitCode(int status, String description) {
        this.status = status;
        this.description = description;
    }

    int status() {
        return status;
    }

    String description() {
        return description;
    }

    /** Returns the exit code for a failed call. */
    static ExitCode of(DevPayrException failure) {
        if (failure instanceof ConfigurationException || failure instanceof InvalidRequestException) {
            return USAGE;
        }
        if (failure instanceof OutcomeUnknownException) {
            return OUTCOME_UNKNOWN;
        }
        if (failure instanceof NotFoundException) {
            return NOT_FOUND;
        }
        boolean isRefusal = failure instanceof InjectableException
                || (failure instanceof ApiException response && !isTemporary(response));
        return isRefusal ? REFUSED : UNREACHABLE;
    }

    private static boolean isTemporary(ApiException response) {
        return response instanceof ServerException
                || response instanceof RateLimitedException
                || response.status() == REQUEST_TIMEOUT;
    }
}
