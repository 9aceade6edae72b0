package com.devpayr.cli;

import com.devpayr.call.CallInterceptor;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the request that would change something, and ends the command in place of sending it. */
final class DryRun implements CallInterceptor {
    private final Output output;

    DryRun(Output output) {
        this.output = output;
    }

    /** Ends the command after its request was shown. */
    static final class Complete extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Complete() {
            super(null, null, false, false);
        }
    }

    @Override
    public @Nullable Object intercept(Call call) {
        if (call.operation().retrySafety() == RetrySafety.READ) {
            return call.proceed();
        }
        Operation operation = call.operation();
        List<Long> ids = new ArrayList<>();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        for (Object argument : call.arguments()) {
            if (argument instanceof Long id) {
                ids.add(id);
            } else {
                RequestBodies.of(argument).values().forEach((name, value) -> body.put(name, shown(name, value)));
            }
        }
        String path = operation.resolvePath(ids);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("dry_run", true);
        document.put("operation", operation.id());
        document.put("method", operation.httpMethod());
        document.put("path", path);
        document.put("body", body);
        output.done("Dry run: " + operation.httpMethod() + " " + path + " " + JsonWriter.write(body), null, document);
        throw new Complete();
    }

    private static @Nullable Object shown(String name, @Nullable Object value) {
        if (value instanceof Secret || name.equals("content")) {
            return "****";
        }
        return value instanceof Upload file ? file.filename() + " (" + file.size() + " bytes)" : value;
    }
}
