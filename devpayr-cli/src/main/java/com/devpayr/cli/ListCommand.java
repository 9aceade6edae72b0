package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.page.PagedIterable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * A command that lists resources.
 *
 * @param <T> the type of the resources
 */
abstract class ListCommand<T> extends BackendCommand {
    private final Operation operation;
    private final List<String> columns;

    @ArgGroup(exclusive = true)
    @Nullable
    Range range;

    /** The part of the list to show; by default the first page. */
    static final class Range {
        @Option(
                names = "--all",
                description = "Lists all pages, each of which is requested when the one before is printed.")
        boolean all;

        @ArgGroup(exclusive = false)
        @Nullable
        Position page;
    }

    /** One page of the list. */
    static final class Position {
        @Option(names = "--page-size", paramLabel = "ROWS", description = "Maximum number of rows, from 1 to 50.")
        @Nullable
        Integer size;

        @Option(
                names = "--cursor",
                paramLabel = "CURSOR",
                description = "Start of the page, as printed after the page before.")
        @Nullable
        String cursor;
    }

    ListCommand(Session session, Operation operation, List<String> columns) {
        super(session);
        this.operation = operation;
        this.columns = columns;
    }

    abstract Page<T> page(DevPayr devpayr, PageRequest request);

    abstract Map<String, @Nullable Object> fields(T resource);

    @Override
    final void run(DevPayr devpayr) {
        Output.Rows rows = session.output().rows(columns);
        if (range != null && range.all) {
            writeAll(devpayr, rows);
        } else {
            writeOne(page(devpayr, request()), rows);
        }
    }

    private PageRequest request() {
        Position position = range == null ? null : range.page;
        if (position == null) {
            return PageRequest.first();
        }
        PageRequest request = position.size == null ? PageRequest.first() : PageRequest.ofSize(position.size);
        return request.withCursor(position.cursor);
    }

    private void writeOne(Page<T> page, Output.Rows rows) {
        write(page, rows);
        if (page.hasNext() && !session.options().quiet) {
            session.terminal().out().flush();
            session.terminal()
                    .err()
                    .println("devpayr: There are more rows. Add --all, or --cursor " + page.nextCursor() + ".");
        }
    }

    private void writeAll(DevPayr devpayr, Output.Rows rows) {
        Progress progress = session.progress();
        long count = 0;
        for (Page<T> page : new PagedIterable<>(operation, request -> page(devpayr, request)).pages()) {
            write(page, rows);
            if (session.output().isClosed()) {
                return;
            }
            count += page.items().size();
            progress.rows(count);
        }
        progress.done();
    }

    private void write(Page<T> page, Output.Rows rows) {
        rows.write(page.items().stream().map(this::fields).toList());
    }
}
