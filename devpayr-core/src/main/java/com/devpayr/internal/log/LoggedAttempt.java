package com.devpayr.internal.log;

import com.devpayr.call.CallOptions;
import com.devpayr.error.ApiException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call that is logged. Transports report its request and response. Safe for use by multiple threads.
 *
 * <pre>{@code
 * if (context instanceof LoggedAttempt attempt) {
 *     attempt.onRequest("GET", "projects", headers, 0);
 * }
 * }</pre>
 */
public final class LoggedAttempt implements CallContext {
    private final CallLog log;
    private final Operation operation;
    private final CallOptions options;
    private final int number;
    private final long started = System.nanoTime();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong received = new AtomicLong();
    private volatile long sent;
    private volatile int status;
    private volatile String rateLimit = "";

    LoggedAttempt(CallLog log, Operation operation, CallOptions options, int number) {
        this.log = log;
        this.operation = operation;
        this.options = options;
        this.number = number;
    }

    @Override
    public CallOptions options() {
        return options;
    }

    /**
     * Reports the request, before it is sent.
     *
     * @param target path and query relative to the base URL
     * @param headers all headers; credentials are masked here
     * @param bodyBytes size of the body
     */
    public void onRequest(
            String method, String target, Map<String, ? extends Iterable<String>> headers, long bodyBytes) {
        sent = bodyBytes;
        if (log.isDetailed()) {
            log.write(name() + " request: " + method + " /" + RedactedTarget.of(target) + LoggedHeaders.all(headers));
        }
    }

    /** Reports the head of the response. */
    public void onResponse(int responseStatus, Map<String, List<String>> headers) {
        status = responseStatus;
        rateLimit = LoggedHeaders.rateLimit(headers);
        if (log.isDetailed()) {
            log.write(name() + " response: " + responseStatus + LoggedHeaders.all(headers));
        }
    }

    /** Returns a stream that counts the bytes of the response's body. */
    public InputStream counting(InputStream body) {
        return new CountingStream(body, received);
    }

    /** Writes the line of the attempt, once. */
    void end(@Nullable Throwable failure) {
        if (isOver.compareAndSet(false, true)) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            log.write(name() + ": " + outcome(failure) + " in " + millis + " ms, sent " + sent + " bytes, received "
                    + received + " bytes" + rateLimit);
        }
    }

    private String name() {
        return operation.id() + " attempt " + number;
    }

    /** Returns the status, and the kind of a failure that the status does not show; no message, which can quote a response. */
    private String outcome(@Nullable Throwable failure) {
        int known = status == 0 && failure instanceof ApiException api ? api.status() : status;
        String missing = failure == null ? "success" : "no response"; // a transport need not report the response
        String response = known == 0 ? missing : String.valueOf(known);
        if (failure == null || failure instanceof ApiException) {
            return response;
        }
        if (failure instanceof CancellationException) {
            return response + ", cancelled";
        }
        String kind = failure instanceof TransportException transport ? " " + transport.kind() : "";
        return response + ", " + failure.getClass().getSimpleName() + kind;
    }

    private static final class CountingStream extends FilterInputStream {
        private final AtomicLong count;

        CountingStream(InputStream body, AtomicLong count) {
            super(body);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count.addAndGet(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count.addAndGet(Math.max(read, 0));
            return read;
        }
    }
}
