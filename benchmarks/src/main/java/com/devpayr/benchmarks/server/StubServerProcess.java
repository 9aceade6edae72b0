package com.devpayr.benchmarks.server;

import com.devpayr.benchmarks.ChildProcess;
import java.io.IOException;
import java.util.List;

/** A {@link StubServer} in its own process. */
public final class StubServerProcess implements AutoCloseable {
    private final ChildProcess process;
    private final String baseUrl;

    private StubServerProcess(ChildProcess process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts the server. */
    public static StubServerProcess start() throws IOException {
        ChildProcess process = ChildProcess.start(StubServer.class, List.of("-Xmx256m", "-XX:+UseSerialGC"));
        return new StubServerProcess(process, "http://127.0.0.1:" + process.line() + "/api/v1/");
    }

    /** Returns the base URL of the server. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Returns the number of responses so far. */
    public long served() throws IOException {
        process.send("count");
        return Long.parseLong(process.line());
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
