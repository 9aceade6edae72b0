package com.devpayr.benchmarks.report;

import static com.devpayr.benchmarks.report.Table.number;

import com.devpayr.benchmarks.Child;
import com.devpayr.benchmarks.load.FirstCall;
import com.devpayr.benchmarks.server.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From a virtual machine's start to its first answer, in turns. */
final class ColdStarts implements Section {
    private static final int ROUNDS = 15;
    private static final List<String> TRANSPORTS = List.of("feign", "retrofit", "vertx");

    @Override
    public String measure() throws IOException {
        Table table = new Table("first answer of a cold JVM", "bare client", "DevPayr", "over bare");
        try (RunningServer server = RunningServer.start()) {
            for (String transport : TRANSPORTS) {
                row(table, transport, server.baseUrl());
            }
        }
        return table.toString();
    }

    private static void row(Table table, String transport, String baseUrl) throws IOException {
        List<Figures> bare = new ArrayList<>();
        List<Figures> sdk = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(firstCall(transport, "bare", baseUrl));
            sdk.add(firstCall(transport, "sdk", baseUrl));
        }
        table.row(
                transport,
                number("%.0f ms", Figures.median(bare, Figures::mean)),
                number("%.0f ms", Figures.median(sdk, Figures::mean)),
                number("%.2f×", Figures.ratio(sdk, bare, Figures::mean)));
    }

    private static Figures firstCall(String transport, String layer, String baseUrl) throws IOException {
        try (Child child = Child.start(FirstCall.class, List.of(), transport, layer, baseUrl)) {
            double millis = Double.parseDouble(child.line());
            return new Figures(millis, millis, millis, Double.NaN);
        }
    }
}
