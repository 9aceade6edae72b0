package com.devpayr.vertx;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Measures how long an event loop is occupied: the CPU time of a task, or between two ticks of a timer, and the time in locks,
 * waits and sleeps. CPU time does not depend on what else the machine does. The time in a lock does if the thread that holds it
 * gets no processor. Therefore two kinds of locks of the JDK do not count, which other threads take at any time: that of the
 * selector, to wake up the event loop, and those of JAR files and classes that are being loaded.
 */
final class EventLoopMonitor implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String LOCK = "jdk.JavaMonitorEnter";
    private static final List<String> WAITS = List.of(LOCK, "jdk.JavaMonitorWait", "jdk.ThreadPark", "jdk.ThreadSleep");

    private final long thread = Thread.currentThread().getId();
    private final Recording waits = new Recording();
    private volatile long lastCpuNanos;
    private volatile long longestNanos;

    /** Creates a monitor. Must be called on the event loop. */
    EventLoopMonitor() {
        WAITS.forEach(event -> waits.enable(event).withoutThreshold().withStackTrace());
        waits.start();
        lastCpuNanos = THREADS.getCurrentThreadCpuTime();
    }

    /** Called by the timer, on the event loop. */
    void tick() {
        long now = THREADS.getCurrentThreadCpuTime();
        longestNanos = Math.max(longestNanos, now - lastCpuNanos);
        lastCpuNanos = now;
    }

    /** Runs a task on the event loop. */
    void run(Runnable task) {
        long start = THREADS.getCurrentThreadCpuTime();
        task.run();
        longestNanos = Math.max(longestNanos, THREADS.getCurrentThreadCpuTime() - start);
    }

    /** Describes the occupation until now as {@code longest task 12 ms, waited 0 ms}. */
    String describe() throws IOException {
        return "longest task " + longestNanos / 1_000_000 + " ms, waited " + waited().toMillis() + " ms";
    }

    /** Returns the time until now in locks, waits and sleeps. */
    Duration waited() throws IOException {
        Path file = Files.createTempFile("waits", ".jfr");
        try {
            waits.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(this::isWaitOfATask)
                    .map(RecordedEvent::getDuration)
                    .reduce(Duration.ZERO, Duration::plus);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        waits.close();
    }

    private boolean isWaitOfATask(RecordedEvent event) {
        RecordedThread waiting = event.getThread();
        return WAITS.contains(event.getEventType().getName())
                && waiting != null
                && waiting.getJavaThreadId() == thread
                && !isLockOfTheJdk(event);
    }

    private static boolean isLockOfTheJdk(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack != null
                && event.getEventType().getName().equals(LOCK)
                && stack.getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .anyMatch(method -> isSelection(method) || isClassLoading(method));
    }

    private static boolean isSelection(RecordedMethod method) {
        return method.getName().equals("lockAndDoSelect")
                && method.getType().getName().equals("sun.nio.ch.SelectorImpl");
    }

    /** Returns whether the JDK's class loaders search a class or resource. */
    private static boolean isClassLoading(RecordedMethod method) {
        return method.getType().getName().startsWith("jdk.internal.loader.");
    }
}
