package com.devpayr.cli;

import com.devpayr.operation.EnsureResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The steps of provisioning, each of which finds a resource by its unique name or creates it. Steps are shown to people as
 * they happen, and to programs as one document.
 */
final class ProvisioningSteps {
    private final Output output;
    private final boolean dryRun;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private @Nullable Long lastId;

    ProvisioningSteps(Output output, boolean dryRun) {
        this.output = output;
        this.dryRun = dryRun;
    }

    /** Finds a resource by its unique name or creates it; null if it does not exist in a dry run. */
    <T> @Nullable T ensure(
            String kind,
            String name,
            Supplier<Optional<T>> find,
            Supplier<EnsureResult<T>> ensure,
            ToLongFunction<T> id) {
        Optional<EnsureResult<T>> ensured =
                dryRun ? find.get().map(found -> new EnsureResult<>(found, false)) : Optional.of(ensure.get());
        if (ensured.isEmpty()) {
            skip(kind, name);
            return null;
        }
        T resource = ensured.get().resource();
        lastId = id.applyAsLong(resource);
        String result = ensured.get().isCreated() ? "created" : "found";
        add(kind + " " + name + ": " + result + ", ID " + lastId, Map.of(kind, step(name, lastId, result)));
        return resource;
    }

    /** Records a resource that a dry run does not create. */
    void skip(String kind, String name) {
        lastId = null;
        add(kind + " " + name + ": would be created", Map.of(kind, step(name, null, "would be created")));
    }

    /** Records a step. */
    void add(String text, Map<String, ?> fields) {
        document.putAll(fields);
        if (output.format() == Output.Format.TEXT) {
            output.done(text, null, fields);
        }
    }

    /** Writes the document, or the ID of the license. */
    void finish() {
        if (output.format() != Output.Format.TEXT) {
            output.done("", lastId, document);
        }
    }

    private static Map<String, @Nullable Object> step(String name, @Nullable Long id, String result) {
        Map<String, @Nullable Object> step = new LinkedHashMap<>();
        step.put("id", id);
        step.put("name", name);
        step.put("result", result);
        return step;
    }
}
