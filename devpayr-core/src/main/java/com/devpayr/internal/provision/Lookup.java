package com.devpayr.internal.provision;

import com.devpayr.error.ProtocolException;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.operation.Operation;
import com.devpayr.page.PagedPublisher;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A search for the resource with a unique name. Reads the whole list, so that a second match is an error rather than one of two
 * resources at random. For one pass over a list; not safe for use by multiple threads.
 *
 * <pre>{@code
 * Lookup<License> lookup = Lookup.create(Operation.LICENSE_LIST, "title", title, License::title, License::id);
 * devpayr.licenses().listAll(projectId).forEach(lookup);
 * Optional<License> license = lookup.result();
 * }</pre>
 */
public final class Lookup<T> implements Consumer<T> {
    private final Operation operation;
    private final String field;
    private final String name;
    private final Function<? super T, @Nullable String> nameOf;
    private final ToLongFunction<? super T> idOf;
    private @Nullable T found;

    private Lookup(
            Operation operation,
            String field,
            String name,
            Function<? super T, @Nullable String> nameOf,
            ToLongFunction<? super T> idOf) {
        this.operation = operation;
        this.field = field;
        this.name = name;
        this.nameOf = nameOf;
        this.idOf = idOf;
    }

    /**
     * Creates a search.
     *
     * @param operation list operation, named in exceptions
     * @param field name of the unique field in JSON
     * @param name value of the field, compared exactly
     * @throws com.devpayr.error.InvalidRequestException if the name is blank
     */
    public static <T> Lookup<T> create(
            Operation operation,
            String field,
            String name,
            Function<? super T, @Nullable String> nameOf,
            ToLongFunction<? super T> idOf) {
        return new Lookup<>(operation, field, Preconditions.text(field, name), nameOf, idOf);
    }

    /** Creates a search as {@link #create} does, that ignores upper and lower case, as in host names. */
    public static <T> Lookup<T> ignoringCase(
            Operation operation,
            String field,
            String name,
            Function<? super T, String> nameOf,
            ToLongFunction<? super T> idOf) {
        return create(operation, field, lower(Preconditions.text(field, name)), row -> lower(nameOf.apply(row)), idOf);
    }

    /** Searches a list asynchronously. The future fails if the search cannot be created. Cancelling it ends the search. */
    public static <T> CompletableFuture<Optional<T>> start(Supplier<Lookup<T>> search, PagedPublisher<T> rows) {
        try {
            Lookup<T> lookup = search.get();
            return Futures.map(rows.forEach(lookup), done -> lookup.result());
        } catch (RuntimeException invalid) {
            return CompletableFuture.failedFuture(invalid);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * Examines a row of the list.
     *
     * @throws ProtocolException if an earlier row with another ID has the same name
     */
    @Override
    public void accept(T row) {
        if (!name.equals(nameOf.apply(row))) {
            return;
        }
        T earlier = found;
        if (earlier != null && idOf.applyAsLong(earlier) != idOf.applyAsLong(row)) {
            throw new ProtocolException(
                    operation,
                    "the " + field + " \"" + name + "\" is not unique, IDs " + idOf.applyAsLong(earlier) + " and "
                            + idOf.applyAsLong(row) + " have it; rename or delete one of them");
        }
        found = row;
    }

    /** Returns the resource; empty if no row has the name. */
    public Optional<T> result() {
        return Optional.ofNullable(found);
    }
}
