package com.devpayr.internal.call;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call, in words of few values: what every meter and observation of calls is tagged with, in whatever
 * framework.
 *
 * @param outcome {@code success}, {@code refused}, {@code server-error}, {@code no-answer}, {@code cancelled} or {@code
 *     error}
 * @param status the HTTP status of a refusal, {@code 2xx} for a success, {@code none} when there was no answer
 */
public record CallOutcome(String outcome, String status) {
    /** The name of the meter, and of the observation, that tells of every call. */
    public static final String METER = "devpayr.client.requests";

    private static final CallOutcome SUCCESS = new CallOutcome("success", "2xx");

    /**
     * The outcome of a call.
     *
     * @param failure what the call ended with, unwrapped; null when it succeeded
     */
    public static CallOutcome of(@Nullable Throwable failure) {
        if (failure == null) {
            return SUCCESS;
        }
        if (failure instanceof ApiException api) {
            return new CallOutcome(api.status() >= 500 ? "server-error" : "refused", String.valueOf(api.status()));
        }
        if (failure instanceof CancellationException) {
            return new CallOutcome("cancelled", "none");
        }
        return new CallOutcome(failure instanceof DevPayrException ? "no-answer" : "error", "none");
    }
}
