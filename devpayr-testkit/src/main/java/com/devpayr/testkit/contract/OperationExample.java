package com.devpayr.testkit.contract;

import com.devpayr.DevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call and its look on the wire.
 *
 * @param method the HTTP verb
 * @param target path and query, relative to the base URL, exactly
 * @param fields the body's fields as the request log shows them; empty for no body
 * @param data the {@code data} of an answer
 * @param call the call
 */
record OperationExample(
        String method, String target, Map<String, ? extends @Nullable Object> fields, String data, Call call) {
    /** What a client is asked; its result is of no interest here. */
    @FunctionalInterface
    interface Call {
        void on(DevPayr devpayr);
    }

    /** A success with the data. */
    StubResponse answer() {
        return StubResponse.of(200)
                .header("Content-Type", "application/json")
                .body("{\"status\":\"success\",\"message\":\"Success\",\"data\":" + data + ",\"errors\":null}");
    }
}
