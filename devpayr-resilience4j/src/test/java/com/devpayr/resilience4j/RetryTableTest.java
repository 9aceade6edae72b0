package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ScriptedTransport.status;
import static com.devpayr.resilience4j.ScriptedTransport.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.RetrySafety;
import com.devpayr.resilience4j.ResilienceFixture.Style;
import com.devpayr.resilience4j.ScriptedTransport.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every cell of the retry table in {@code docs/resilience.md}. */
class RetryTableTest {
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    record Row(String what, List<String> cells) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Row> rows() throws IOException {
        List<List<String>> table = Files.readAllLines(Path.of("..", "docs", "resilience.md")).stream()
                .dropWhile(line -> !line.startsWith("| failure"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        assertThat(table.get(0).stream().skip(1))
                .containsExactlyElementsOf(Stream.of(RetrySafety.values())
                        .map(repeat -> "`" + repeat + "`")
                        .toList());
        return table.stream()
                .skip(2)
                .map(cells -> new Row(cells.get(0), cells.subList(1, cells.size())))
                .toList();
    }

    @Test
    void tableHasARowForEveryKindOfTransportFailure() throws IOException {
        assertThat(rows().stream().map(row -> code(row.what())))
                .containsAll(Stream.of(TransportException.Kind.values())
                        .map(Enum::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCellIsCorrect(Row row) {
        Iterator<String> cells = row.cells().iterator();
        for (RetrySafety repeat : RetrySafety.values()) {
            String cell = cells.next();
            for (Style style : Style.values()) {
                check(row.what(), cell, SampleCall.valueOf(repeat.name()), style);
            }
        }
    }

    private static void check(String what, String cell, SampleCall sample, Style style) {
        Fault fault = fault(what);
        boolean retried = cell.equals("retried");

        ResilienceFixture once = new ResilienceFixture();
        once.transport.then(fault);
        Throwable first = catchThrowable(() -> style.call(once, sample));
        assertThat(once.transport.sent())
                .as("%s: requests after a single failure", style)
                .isEqualTo(retried ? 2 : 1);

        ResilienceFixture always = new ResilienceFixture();
        always.transport.then(9, fault);
        Throwable last = catchThrowable(() -> style.call(always, sample));
        assertThat(always.transport.sent())
                .as("%s: requests after persistent failures", style)
                .isEqualTo(retried ? 3 : 1);

        if (retried) {
            assertThat(first).isNull();
            assertThat(last).isExactlyInstanceOf(fault.apply(sample.operation).getClass());
            assertThat(last.getSuppressed()).hasSize(2);
        } else {
            assertThat(first.getClass().getSimpleName()).isEqualTo(code(cell));
            assertThat(last.getClass().getSimpleName()).isEqualTo(code(cell));
        }
    }

    private static String code(String cell) {
        Matcher code = CODE.matcher(cell);
        assertThat(code.find()).as(cell).isTrue();
        return code.group(1);
    }

    private static Fault fault(String what) {
        String code = code(what);
        if (code.equals("ProtocolException")) {
            return operation -> new ProtocolException(operation, "it is HTML");
        }
        if (Character.isDigit(code.charAt(0))) {
            boolean leaked = what.contains("with `Retry-After`");
            return status(Integer.parseInt(code), leaked ? Duration.ofSeconds(1) : null);
        }
        return transport(TransportException.Kind.valueOf(code));
    }

    @AfterEach
    void interruptFlagIsClear() {
        assertThat(Thread.interrupted()).isFalse();
    }
}
