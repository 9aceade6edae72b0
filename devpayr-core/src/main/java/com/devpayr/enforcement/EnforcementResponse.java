package com.devpayr.enforcement;

import java.util.Map;

/**
 * What is answered in the application's place.
 *
 * @param status the HTTP status
 * @param headers every header, the content type included; unmodifiable
 * @param body the body; empty for a redirect
 */
public record EnforcementResponse(int status, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public EnforcementResponse {
        headers = Map.copyOf(headers);
    }
}
