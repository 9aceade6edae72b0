package com.devpayr.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** The events of a recording with JFR, and the number of calls that were made meanwhile. */
final class Recording {
    /** A library, recognized by its packages. */
    enum Owner {
        BENCHMARK("benchmark", "com[.]devpayr[.]benchmarks"),
        DEVPAYR("DevPayr", "com[.]devpayr"),
        FEIGN("Feign", "feign"),
        RETROFIT("Retrofit", "retrofit2"),
        OKHTTP("OkHttp, Okio", "okhttp3|okio"),
        VERTX("Vert.x, Netty", "io[.]vertx|io[.]netty"),
        JACKSON("Jackson", "tools[.]jackson");

        private final String label;
        private final Pattern types;

        /** @param packages a regular expression for the packages; the first owner that matches counts */
        Owner(String label, String packages) {
            this.label = label;
            this.types = Pattern.compile("(" + packages + ")[.].*");
        }

        String label() {
            return label;
        }

        private boolean has(RecordedFrame frame) {
            return types.matcher(frame.getMethod().getType().getName()).matches();
        }
    }

    private final List<RecordedEvent> events;
    private final double calls;

    private Recording(List<RecordedEvent> events, double calls) {
        this.events = events;
        this.calls = calls;
    }

    /**
     * Reads a recording.
     *
     * @param calls the number of calls that were made meanwhile
     */
    static Recording read(Path file, double calls) throws IOException {
        return new Recording(RecordingFile.readAllEvents(file), calls);
    }

    double calls() {
        return calls;
    }

    /** Returns the number of compilations of a compiler, {@code c1} or {@code c2}. */
    double compilations(String compiler) {
        return count("jdk.Compilation", event -> compiler.equals(event.getString("compiler")));
    }

    double deoptimizations() {
        return count("jdk.Deoptimization", event -> true);
    }

    /** Returns how often a thread waited for a monitor, per thousand calls. */
    double waits() {
        return count("jdk.JavaMonitorEnter", event -> true) / calls * 1000;
    }

    /** Returns how long threads waited for monitors, in microseconds per call. */
    double waitingMicros() {
        return sum("jdk.JavaMonitorEnter", event -> micros(event.getDuration())) / calls;
    }

    /** Returns the time of all pauses of the garbage collector in milliseconds. */
    double pauseMillis() {
        return sum("jdk.GCPhasePause", event -> micros(event.getDuration())) / 1000;
    }

    /** Returns the number of bytes that Java threads have allocated per call. */
    double allocated() {
        Map<Long, Long> allocated = new HashMap<>(); // a growing number for each thread
        for (RecordedEvent event : events("jdk.ThreadAllocationStatistics")) {
            RecordedThread thread = event.getThread("thread");
            if (thread != null) { // unknown for a thread that has just ended
                allocated.merge(thread.getId(), event.getLong("allocated"), Math::max);
            }
        }
        return allocated.values().stream().mapToLong(bytes -> bytes).sum() / calls;
    }

    /** Returns the share of the samples whose uppermost frame of a known owner belongs to this one. */
    double share(Owner owner) {
        return count("jdk.ExecutionSample", event -> owner == ownerOf(event.getStackTrace()))
                / count("jdk.ExecutionSample", event -> true);
    }

    private static @Nullable Owner ownerOf(@Nullable RecordedStackTrace stack) {
        if (stack == null) {
            return null;
        }
        for (RecordedFrame frame : stack.getFrames()) {
            for (Owner owner : Owner.values()) {
                if (owner.has(frame)) {
                    return owner;
                }
            }
        }
        return null;
    }

    private List<RecordedEvent> events(String type) {
        return events.stream()
                .filter(event -> type.equals(event.getEventType().getName()))
                .toList();
    }

    private double count(String type, Predicate<RecordedEvent> condition) {
        return events(type).stream().filter(condition).count();
    }

    private double sum(String type, ToDoubleFunction<RecordedEvent> figure) {
        return events(type).stream().mapToDouble(figure).sum();
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1000.0;
    }
}
