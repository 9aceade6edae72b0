package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;
import static java.util.Objects.requireNonNull;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.load.LoadRun.Result;
import com.devpayr.benchmarks.report.Recording.Owner;
import com.devpayr.benchmarks.report.Turns.Variant;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Recordings with JFR of license checks in the first ten seconds of a JVM with many callers. */
final class Recordings implements Section {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 10;
    private static final int CALLERS = 64;

    @Override
    public String measure() throws IOException {
        Path directory = Files.createTempDirectory("recordings");
        Path settings = directory.resolve("settings.jfc");
        try (InputStream resource = requireNonNull(Recordings.class.getResourceAsStream("recordings.jfc"))) {
            Files.copy(resource, settings);
        }
        Map<Variant, List<Recording>> recordings = new LinkedHashMap<>();
        LoadTable.VARIANTS.forEach(variant -> recordings.put(variant, new ArrayList<>()));
        List<Variant> order = new ArrayList<>(LoadTable.VARIANTS);
        try (StubServerProcess server = StubServerProcess.start()) {
            for (int round = 0; round < ROUNDS; round++) {
                Collections.shuffle(order, new Random(round)); // no variant follows the same one in all rounds
                for (Variant variant : order) {
                    Path file = directory.resolve("recording.jfr");
                    double calls = record(variant, server.baseUrl(), settings, file);
                    requireNonNull(recordings.get(variant)).add(Recording.read(file, calls));
                    Files.delete(file);
                }
            }
        }
        Files.delete(settings);
        Files.delete(directory);
        return events(recordings) + "\n" + samples(recordings);
    }

    private static double record(Variant variant, String baseUrl, Path settings, Path file) throws IOException {
        List<String> options = List.of(
                "-Xlog:jfr+startup=off", // not to mix the start of the recording into the output
                "-XX:StartFlightRecording:filename=" + file + ",settings=" + settings);
        List<String> arguments = List.of(baseUrl, BenchmarkedOperation.CHECK.name(), Integer.toString(CALLERS), "0");
        try (ChildProcess program = variant.start(options, arguments)) {
            Result result = Result.of(program, SECONDS);
            if (result.failed() > 0) {
                throw new IllegalStateException(variant.name() + ": " + result.failed() + " calls failed");
            }
            return result.rate() * SECONDS;
        }
    }

    private static Table events(Map<Variant, List<Recording>> recordings) {
        Table table = new Table(
                "client",
                "checks per second",
                "compilations: C1, C2",
                "deoptimizations",
                "waits for monitors per 1000 checks",
                "time of these waits per check",
                "pauses of the garbage collector",
                "allocated per check");
        recordings.forEach((variant, rounds) -> table.row(
                variant.name(),
                number("%.0f", median(rounds, Recording::calls) / SECONDS),
                number("%.0f, ", median(rounds, recording -> recording.compilations("c1")))
                        + number("%.0f", median(rounds, recording -> recording.compilations("c2"))),
                number("%.0f", median(rounds, Recording::deoptimizations)),
                number("%.0f", median(rounds, Recording::waits)),
                number("%.0f µs", median(rounds, Recording::waitingMicros)),
                number("%.0f ms", median(rounds, Recording::pauseMillis)),
                number("%.1f KB", median(rounds, Recording::allocated) / 1000)));
        return table;
    }

    private static Table samples(Map<Variant, List<Recording>> recordings) {
        List<String> heads = new ArrayList<>(List.of("samples by library"));
        heads.addAll(Arrays.stream(Owner.values()).map(Owner::label).toList());
        Table table = new Table(heads.toArray(String[]::new));
        recordings.forEach((variant, rounds) -> {
            List<String> row = new ArrayList<>(List.of(variant.name()));
            for (Owner owner : Owner.values()) {
                row.add(number("%.0f %%", 100 * median(rounds, recording -> recording.share(owner))));
            }
            table.row(row.toArray());
        });
        return table;
    }

    private static double median(List<Recording> rounds, ToDoubleFunction<Recording> figure) {
        return Measurements.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
