package com.devpayr.testkit.internal.console;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endpoints that save, replace and delete all data. */
final class StateController {
    private static final int UNPROCESSABLE = 422;
    private static final String ACCOUNTS = "accounts";

    private final Platform platform;

    StateController(Platform platform) {
        this.platform = platform;
    }

    /** Returns a snapshot. It contains license keys and webhook secrets, but API keys as hashes only. */
    Object get() {
        return Json.body(platform.save());
    }

    /** Replaces all data by that of a snapshot or a seed. */
    Object replace(ConsoleRequest request) {
        if (!request.input().containsKey(ACCOUNTS)) {
            throw new ErrorResponseException(UNPROCESSABLE, "The state has no accounts.");
        }
        return load(Json.bytes(request.input()));
    }

    Object delete() {
        return load("{}".getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, @Nullable Object> load(byte[] state) {
        try {
            platform.load(state);
        } catch (IllegalArgumentException invalid) {
            throw new ErrorResponseException(UNPROCESSABLE, "The state is invalid: " + invalid.getMessage());
        }
        return Json.object("revision", platform.revision());
    }
}
