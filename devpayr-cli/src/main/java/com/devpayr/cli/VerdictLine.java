package com.devpayr.cli;

import com.devpayr.guard.Verdict;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verdict in output: one line of text or JSON. */
final class VerdictLine {
    private VerdictLine() {}

    static void write(Session session, Verdict verdict) {
        write(session, verdict, "", Map.of());
    }

    /**
     * Writes a verdict.
     *
     * @param prefix the start of the line of text
     * @param first the first fields of the JSON document
     */
    static void write(Session session, Verdict verdict, String prefix, Map<String, ?> first) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(first);
        ResourceFields.of(verdict).forEach((name, value) -> fields.put(name, redacted(session, value)));
        PrintStream out = session.terminal().out();
        String state = Text.of(fields.get("verdict"));
        switch (session.output().format()) {
            case JSON -> session.output().json(fields);
            case IDS -> out.println(state);
            case TEXT ->
                out.println(prefix
                        + session.style().status(state.toUpperCase(Locale.ROOT))
                        + " (" + Text.of(fields.get("reason")) + ")  "
                        + Text.of(fields.get("message")));
        }
        out.flush();
    }

    static ExitCode exitCode(Verdict verdict) {
        if (verdict instanceof Verdict.Denied) {
            return ExitCode.DENIED;
        }
        return verdict instanceof Verdict.Allowed ? ExitCode.OK : ExitCode.UNREACHABLE;
    }

    private static @Nullable Object redacted(Session session, @Nullable Object value) {
        return value instanceof String text ? session.redact(text) : value;
    }
}
