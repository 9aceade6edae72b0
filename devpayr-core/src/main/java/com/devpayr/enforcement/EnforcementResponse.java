package com.devpayr.enforcement;

import java.util.Map;

/**
 * An HTTP response to send instead of the application's.
 *
 * @param status the HTTP status
 * @param headers the headers, including the content type; unmodifiable
 * @param body the body; empty for a redirect
 */
public record EnforcementResponse(int status, Map<String, String> headers, String body) {
    /** Creates a response with a copy of the headers. */
    public EnforcementResponse {
        headers = Map.copyOf(headers);
    }
}
