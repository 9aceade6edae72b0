package com.devpayr.benchmarks.report;

import static java.util.Objects.requireNonNull;

import com.devpayr.benchmarks.ChildProcess;
import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.load.LoadRun;
import com.devpayr.benchmarks.server.StubServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Compares this library with any other HTTP client. Runs the command of the other client and each transport alternately against
 * one server, and counts responses at the server, so that the other client only has to check licenses in an endless loop.
 *
 * <pre>{@code benchmarks/peer 'node client.js URL'}</pre>
 */
public final class PeerComparison {
    private static final int ROUNDS = 3;
    private static final long WARM_UP_SECONDS = 15;
    private static final long SECONDS = 5;

    private PeerComparison() {}

    /**
     * Runs the program. The command is the environment variable {@code PEER_COMMAND}; in it, the word {@code URL} is replaced by the
     * base URL and {@code CALLERS} by the number of concurrent callers, which is the argument.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String callers = arguments[0];
        String peer = requireNonNull(System.getenv("PEER_COMMAND"), "PEER_COMMAND is not set; run benchmarks/peer");
        MachineLoad.requireQuietMachine();
        try (StubServerProcess server = StubServerProcess.start()) {
            List<Map.Entry<String, List<String>>> commands =
                    new ArrayList<>(commands(peer, server.baseUrl(), callers).entrySet());
            Map<String, List<Double>> rates = new TreeMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                Collections.shuffle(commands, new Random(round)); // none follows the same one in all rounds
                for (Map.Entry<String, List<String>> client : commands) {
                    rates.computeIfAbsent(client.getKey(), unseen -> new ArrayList<>())
                            .add(rate(client.getValue(), server));
                }
            }
            rates.forEach((name, rounds) -> System.out.printf(
                    Locale.ROOT,
                    "%-12s %8.0f checks per second (rounds: %s)%n",
                    name,
                    median(rounds),
                    rounded(rounds)));
        }
    }

    private static Map<String, List<String>> commands(String peer, String baseUrl, String callers) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(
                "peer",
                List.of(
                        "sh",
                        "-c",
                        "exec " + peer.replaceAll("\\bURL\\b", baseUrl).replaceAll("\\bCALLERS\\b", callers)));
        for (String transport : List.of("feign", "retrofit", "vertx")) {
            commands.put(
                    transport,
                    ChildProcess.command(
                            LoadRun.class,
                            List.of(),
                            transport,
                            "sdk",
                            baseUrl,
                            BenchmarkedOperation.CHECK.name(),
                            callers,
                            "0"));
        }
        return commands;
    }

    private static double rate(List<String> command, StubServerProcess server)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(
                    (2 * (WARM_UP_SECONDS + SECONDS) + "\n").getBytes(StandardCharsets.UTF_8)); // longer than needed
            input.flush();
            requireRunning(process, WARM_UP_SECONDS);
            long before = server.served();
            requireRunning(process, SECONDS);
            return (server.served() - before) / (double) SECONDS;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void requireRunning(Process process, long seconds) throws InterruptedException {
        if (process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a client ended with status " + process.exitValue()
                    + "; it has to check licenses until it is stopped, and runs in the folder benchmarks");
        }
    }

    private static double median(List<Double> rounds) {
        return Measurements.median(rounds.stream().mapToDouble(rate -> rate).toArray());
    }

    private static List<Long> rounded(List<Double> rounds) {
        return rounds.stream().map(Math::round).toList();
    }
}
