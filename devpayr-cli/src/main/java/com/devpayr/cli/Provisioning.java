package com.devpayr.cli;

import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ValidationException;
import com.devpayr.page.PagedIterable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of provisioning, each of which finds a resource by its unique name or creates it. Steps are shown to people as
 * they happen, and to programs as one document.
 */
final class Provisioning {
    private final Output output;
    private final boolean dryRun;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private @Nullable Long lastId;

    Provisioning(Output output, boolean dryRun) {
        this.output = output;
        this.dryRun = dryRun;
    }

    /**
     * Finds a resource or creates it; null if it does not exist in a dry run. The name is unique at DevPayr, so the resource
     * is found by it if the response was lost or a concurrent run created it.
     */
    <T> @Nullable T ensure(
            String kind,
            String name,
            PagedIterable<T> all,
            Predicate<T> filter,
            Supplier<T> create,
            Function<T, Long> id) {
        Supplier<Optional<T>> find = () -> all.stream().filter(filter).findFirst();
        Optional<T> existing = find.get();
        if (existing.isEmpty() && dryRun) {
            skip(kind, name);
            return null;
        }
        T resource = existing.isPresent() ? existing.get() : createOnce(create, find);
        lastId = id.apply(resource);
        String result = existing.isPresent() ? "found" : "created";
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

    private static <T> T createOnce(Supplier<T> create, Supplier<Optional<T>> find) {
        try {
            return create.get();
        } catch (OutcomeUnknownException | ValidationException perhapsThere) {
            return findAgain(find, perhapsThere).orElseThrow(() -> perhapsThere);
        }
    }

    /** A failure to look again must not hide that the outcome is unknown. */
    private static <T> Optional<T> findAgain(Supplier<Optional<T>> find, DevPayrException failure) {
        try {
            return find.get();
        } catch (DevPayrException unavailable) {
            failure.addSuppressed(unavailable);
            return Optional.empty();
        }
    }
}
