package com.devpayr.benchmarks.report;

import static java.util.Objects.requireNonNull;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.load.LoadRun;
import com.devpayr.benchmarks.load.LoadRun.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Calls with several variants of a client, in turns of one second, since the speed of a machine changes within minutes. Several
 * rounds, each with new JVMs, since compilers optimize the same program differently in each JVM.
 */
final class Turns {
    static final int ROUNDS = 3;
    private static final int COLD_SECONDS = 10;
    private static final int MIN_WARM_UP_TURNS = 6;
    private static final int MAX_WARM_UP_TURNS = 16;
    private static final int TURNS = 6;

    /** Number of successive turns that have to agree, and the maximum quotient of two of them. */
    private static final int STEADY_TURNS = 3;

    private static final double STEADY_QUOTIENT = 1.1;

    /** Time for the compilers of a JVM to finish what its first seconds have queued, so that they do not slow down the next JVM. */
    private static final Duration SETTLING_TIME = Duration.ofSeconds(3);

    private final Map<Variant, List<Result>> cold = new LinkedHashMap<>();
    private final Map<Variant, List<Result>> warm = new LinkedHashMap<>();
    private final ToDoubleFunction<Result> figure;
    private int steadyRounds;

    /** Creates an empty measurement, whose warm-up lasts until each client was steady in the figure. */
    private Turns(ToDoubleFunction<Result> figure) {
        this.figure = figure;
    }

    /**
     * Measures the variants.
     *
     * @param rate calls per second; 0 for a closed loop
     * @param coldRounds number of further rounds that measure only the first ten seconds of each JVM, which vary most
     */
    static Turns measure(
            List<Variant> variants,
            String baseUrl,
            BenchmarkedOperation operation,
            int callers,
            int rate,
            int coldRounds)
            throws IOException {
        Turns turns = new Turns(rate == 0 ? Result::rate : Result::p50);
        List<String> arguments = List.of(baseUrl, operation.name(), Integer.toString(callers), Integer.toString(rate));
        List<Variant> order = new ArrayList<>(variants);
        for (int round = 0; round < ROUNDS + coldRounds; round++) {
            Collections.shuffle(order, new Random(round)); // no variant follows the same one in all rounds
            if (round < ROUNDS) {
                turns.round(order, arguments);
            } else {
                turns.coldRound(order, arguments);
            }
        }
        return turns;
    }

    private void coldRound(List<Variant> variants, List<String> arguments) throws IOException {
        for (Variant variant : variants) {
            try (ChildProcess program = variant.start(List.of(), arguments)) {
                add(cold, variant, Result.of(program, COLD_SECONDS));
            }
        }
    }

    private void round(List<Variant> variants, List<String> arguments) throws IOException {
        Map<Variant, ChildProcess> programs = new LinkedHashMap<>();
        try {
            for (Variant variant : variants) {
                ChildProcess program = variant.start(List.of(), arguments);
                programs.put(variant, program);
                add(cold, variant, Result.of(program, COLD_SECONDS));
                settle();
            }
            warmUp(programs);
            for (int turn = 0; turn < TURNS; turn++) {
                turn(programs, warm);
            }
        } finally {
            for (ChildProcess program : programs.values()) {
                program.close();
            }
        }
    }

    /** Lets the JVMs take turns until each has been steady once, up to a limit. */
    private void warmUp(Map<Variant, ChildProcess> programs) throws IOException {
        Map<Variant, List<Result>> results = new LinkedHashMap<>();
        for (int turn = 1; turn <= MAX_WARM_UP_TURNS; turn++) {
            turn(programs, results);
            if (turn >= MIN_WARM_UP_TURNS
                    && programs.keySet().stream()
                            .allMatch(variant -> of(results, variant).wasSteady(figure))) {
                steadyRounds++;
                return;
            }
        }
    }

    private static void turn(Map<Variant, ChildProcess> programs, Map<Variant, List<Result>> results)
            throws IOException {
        for (Map.Entry<Variant, ChildProcess> program : programs.entrySet()) {
            add(results, program.getKey(), Result.of(program.getValue(), 1));
        }
    }

    /** Returns the number of rounds, of {@link #ROUNDS}, in which each variant was steady at least once during the warm-up. */
    int steadyRounds() {
        return steadyRounds;
    }

    private static void settle() {
        try {
            Thread.sleep(SETTLING_TIME.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static void add(Map<Variant, List<Result>> results, Variant variant, Result result) {
        if (result.failed() > 0) {
            throw new IllegalStateException(variant.name() + ": " + result.failed() + " calls failed");
        }
        results.computeIfAbsent(variant, unseen -> new ArrayList<>()).add(result);
    }

    /** Returns the results of the first ten seconds of each JVM. */
    Results cold(Variant variant) {
        return of(cold, variant);
    }

    /** Returns the results of warm JVMs, one for each turn. */
    Results warm(Variant variant) {
        return of(warm, variant);
    }

    private static Results of(Map<Variant, List<Result>> results, Variant variant) {
        Variant bare = variant.bareIn(results.keySet());
        return new Results(requireNonNull(results.get(variant)), requireNonNull(results.get(bare)));
    }

    /**
     * A client.
     *
     * @param name label in tables
     */
    record Variant(String name, String transport, String layer) {
        /** Returns the bare HTTP client that a variant uses. */
        Variant bareIn(Collection<Variant> variants) {
            return variants.stream()
                    .filter(other -> other.layer.equals("bare") && other.isVertx() == isVertx())
                    .findFirst()
                    .orElseThrow();
        }

        private boolean isVertx() {
            return transport.equals("vertx");
        }

        /**
         * Starts a {@link LoadRun}.
         *
         * @param options JVM options
         * @param arguments its arguments after transport and layer
         */
        ChildProcess start(List<String> options, List<String> arguments) throws IOException {
            List<String> all = new ArrayList<>(List.of(transport, layer));
            all.addAll(arguments);
            return ChildProcess.start(LoadRun.class, options, all.toArray(String[]::new));
        }
    }

    /**
     * The results of a variant.
     *
     * @param bare those of the HTTP client that it uses, from the same turns
     */
    record Results(List<Result> turns, List<Result> bare) {
        double median(ToDoubleFunction<Result> figure) {
            return Measurements.median(turns.stream().mapToDouble(figure).toArray());
        }

        /** Returns the median of the ratios to the bare HTTP client in the same turn. */
        double ratio(ToDoubleFunction<Result> figure) {
            return Measurements.median(ratios(figure));
        }

        private double[] ratios(ToDoubleFunction<Result> figure) {
            double[] ratios = new double[turns.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = figure.applyAsDouble(turns.get(i)) / figure.applyAsDouble(bare.get(i));
            }
            return ratios;
        }

        /**
         * Returns whether three successive turns agreed, not counting the first three. Compares the figures of a bare client, and
         * otherwise the ratios to the bare client.
         */
        private boolean wasSteady(ToDoubleFunction<Result> figure) {
            double[] values =
                    turns.equals(bare) ? turns.stream().mapToDouble(figure).toArray() : ratios(figure);
            return IntStream.rangeClosed(MIN_WARM_UP_TURNS, values.length).anyMatch(end -> agree(values, end));
        }

        private static boolean agree(double[] values, int end) {
            DoubleSummaryStatistics last =
                    Arrays.stream(values, end - STEADY_TURNS, end).summaryStatistics();
            return last.getMax() <= last.getMin() * STEADY_QUOTIENT;
        }

        /**
         * Returns the ratio to the bare HTTP client in the second half of the turns of all JVMs, divided by that in the first half:
         * about 1 if the JVMs have finished compiling.
         */
        double drift(ToDoubleFunction<Result> figure) {
            double[] ratios = ratios(figure);
            return Measurements.median(half(ratios, true)) / Measurements.median(half(ratios, false));
        }

        private static double[] half(double[] ratios, boolean second) {
            return IntStream.range(0, ratios.length)
                    .filter(turn -> turn % TURNS >= TURNS / 2 == second)
                    .mapToDouble(turn -> ratios[turn])
                    .toArray();
        }

        /** Returns the median and the 99th percentile in microseconds, and their ratios to the bare HTTP client. */
        String latency() {
            return String.format(
                    Locale.ROOT,
                    "%.0f / %.0f, %.2f× / %.2f×",
                    median(Result::p50),
                    median(Result::p99),
                    ratio(Result::p50),
                    ratio(Result::p99));
        }
    }
}
