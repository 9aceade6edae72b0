package com.devpayr.benchmarks.server;

import com.devpayr.benchmarks.Child;
import java.io.IOException;
import java.util.List;

/** The {@link AnswerServer} in a process of its own. */
public final class RunningServer implements AutoCloseable {
    private final Child process;
    private final String baseUrl;

    private RunningServer(Child process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts it. */
    public static RunningServer start() throws IOException {
        Child process = Child.start(AnswerServer.class, List.of("-Xmx256m", "-XX:+UseSerialGC"));
        return new RunningServer(process, "http://127.0.0.1:" + process.line() + "/api/v1/");
    }

    /** Where it is. */
    public String baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
