package com.devpayr.examples.dashboard;

import com.devpayr.error.DevPayrException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.error.UnauthorizedException;
import org.springframework.http.HttpStatus;

/**
 * A failure of DevPayr in plain words.
 *
 * @param status status of the response to the browser
 * @param title what happened
 * @param advice what to do
 */
record Problem(HttpStatus status, String title, String advice) {
    private static final String KEY = "Check the API key in DevPayr's dashboard: its projects, scopes and expiry date.";

    static Problem of(DevPayrException failure) {
        if (failure instanceof OutcomeUnknownException) {
            return new Problem(
                    HttpStatus.BAD_GATEWAY,
                    "The outcome is unknown",
                    "DevPayr may have made the change, but its response was lost. The list shows the current state."
                            + " Repeat the action only if it has not taken effect.");
        }
        if (failure instanceof TransportException) {
            return new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "DevPayr cannot be reached",
                    "Nothing was changed. Try again in a minute. If it does not help, check the network of the server.");
        }
        if (failure instanceof RateLimitedException) {
            return new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many requests to DevPayr",
                    "Nothing was changed. Try again in a minute.");
        }
        if (failure instanceof ServerException) {
            return new Problem(
                    HttpStatus.BAD_GATEWAY,
                    "DevPayr reports an error",
                    "Nothing was changed. Try again in a few minutes.");
        }
        if (failure instanceof NotFoundException) {
            return new Problem(
                    HttpStatus.NOT_FOUND,
                    "Not found at DevPayr",
                    "It was deleted, or belongs to another project. The list shows what exists.");
        }
        return rejected(failure);
    }

    private static Problem rejected(DevPayrException failure) {
        if (failure instanceof ForbiddenException forbidden) {
            String message =
                    forbidden.serverMessage() == null ? "" : "Message of DevPayr: " + forbidden.serverMessage() + " ";
            return new Problem(
                    HttpStatus.FORBIDDEN,
                    "DevPayr rejected the request",
                    message + "The list shows the current state. " + KEY);
        }
        if (failure instanceof UnauthorizedException) {
            return new Problem(HttpStatus.BAD_GATEWAY, "DevPayr received no API key", KEY);
        }
        if (failure instanceof ProtocolException) {
            return new Problem(
                    HttpStatus.BAD_GATEWAY,
                    "The response is not from DevPayr",
                    "Check devpayr.base-url and the proxy of the server.");
        }
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "The request failed", "The log of the server contains the cause.");
    }
}
