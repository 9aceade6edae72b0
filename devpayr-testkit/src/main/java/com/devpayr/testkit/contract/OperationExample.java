package com.devpayr.testkit.contract;

import com.devpayr.DevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call with its expected request and a response.
 *
 * @param method the HTTP method
 * @param target the exact path and query, relative to the base URL
 * @param fields the fields of the body as the request log shows them; empty for no body
 * @param data the {@code data} of the response
 * @param call the call
 */
record OperationExample(
        String method, String target, Map<String, ? extends @Nullable Object> fields, String data, Call call) {
    /** A call of a client whose result is ignored. */
    @FunctionalInterface
    interface Call {
        void on(DevPayr devpayr);
    }

    /** Returns a success response with the data. */
    StubResponse toStubResponse() {
        return StubResponse.of(200)
                .header("Content-Type", "application/json")
                .body("{\"status\":\"success\",\"message\":\"Success\",\"data\":" + data + ",\"errors\":null}");
    }
}
