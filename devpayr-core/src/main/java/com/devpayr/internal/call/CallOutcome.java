package com.devpayr.internal.call;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call in a few fixed values, with which every meter and observation of calls is tagged.
 *
 * @param outcome {@code success}, {@code refused}, {@code server-error}, {@code no-response}, {@code cancelled} or {@code
 *     error}
 * @param status the HTTP status of an error, {@code 2xx} for a success, {@code none} if there was no response
 */
public record CallOutcome(String outcome, String status) {
    /** Name of the meter, and of the observation, that records each call. */
    public static final String METER = "devpayr.client.requests";

    private static final CallOutcome SUCCESS = new CallOutcome("success", "2xx");

    /**
     * Returns the outcome of a call.
     *
     * @param failure the failure of the call, unwrapped; null if it succeeded
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
        return new CallOutcome(failure instanceof DevPayrException ? "no-response" : "error", "none");
    }
}
