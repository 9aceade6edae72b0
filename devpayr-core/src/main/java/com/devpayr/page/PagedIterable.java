package com.devpayr.page;

import com.devpayr.internal.page.CursorLoopDetector;
import com.devpayr.operation.Operation;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lazily fetched list: one request per page, one page in memory. Each iteration starts with the first page.
 *
 * <pre>{@code
 * for (License license : devpayr.licenses().listAll(projectId)) { ... }
 * long revoked = devpayr.licenses().listAll(projectId).stream().filter(...).count();
 * }</pre>
 *
 * <p>Iterating throws the exceptions of the list request, and {@link com.devpayr.error.ProtocolException} if the list does
 * not end: if the cursors form a loop, or after 100 consecutive empty pages.
 *
 * @param <T> type of the listed resources
 */
public final class PagedIterable<T> implements Iterable<T> {
    private final Operation operation;
    private final Function<PageRequest, Page<T>> fetch;

    /**
     * Creates a list.
     *
     * @param operation list operation, named in exceptions
     * @param fetch request for one page
     */
    public PagedIterable(Operation operation, Function<PageRequest, Page<T>> fetch) {
        this.operation = operation;
        this.fetch = fetch;
    }

    @Override
    public Iterator<T> iterator() {
        return new Rows<>(new Pages<>(operation, fetch));
    }

    /** Returns the rows as a sequential stream. */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Returns the pages instead of their rows, fetched just as lazily. */
    public Iterable<Page<T>> pages() {
        return () -> new Pages<>(operation, fetch);
    }

    private static final class Pages<T> implements Iterator<Page<T>> {
        private final Function<PageRequest, Page<T>> fetch;
        private final CursorLoopDetector loops;
        private @Nullable PageRequest next = PageRequest.ofSize(PageRequest.MAX_SIZE);

        Pages(Operation operation, Function<PageRequest, Page<T>> fetch) {
            this.fetch = fetch;
            this.loops = new CursorLoopDetector(operation);
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Page<T> next() {
            PageRequest request = next;
            if (request == null) {
                throw new NoSuchElementException("no more pages");
            }
            Page<T> page = fetch.apply(request);
            String cursor = page.nextCursor();
            if (cursor == null) {
                next = null;
            } else {
                loops.check(page.items().size(), cursor);
                next = request.withCursor(cursor);
            }
            return page;
        }
    }

    private static final class Rows<T> implements Iterator<T> {
        private final Pages<T> pages;
        private Iterator<T> rows = Collections.emptyIterator();

        Rows(Pages<T> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!rows.hasNext() && pages.hasNext()) {
                rows = pages.next().items().iterator();
            }
            return rows.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more rows");
            }
            return rows.next();
        }
    }
}
