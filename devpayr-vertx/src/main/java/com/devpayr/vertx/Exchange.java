package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, within the configured timeouts and size. If it ends early, for
 * example by cancellation, the HTTP request is reset.
 *
 * <p>Only the first request is used. An interceptor of a Web Client can repeat a request, for example with a new token, but
 * sends a POST without its body. Therefore Web Client does not receive error responses. If an interceptor repeats a request
 * after a lost connection, the second response is discarded.
 */
final class Exchange extends CompletableFuture<RawResponse> {
    /** The time after which an expired exchange that has not ended is expired again. */
    static final long EXPIRY_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String CLOSED = "the client was closed";

    private final VertxTransport transport;
    private final VertxResources resources;
    private final HttpRequest<Buffer> request;
    private final Operation operation;
    private final int maxResponseBytes;
    private final Context context;
    private final CallTimeout timeout;
    private final RequestWriter writer;
    private final ConnectFailures connectFailures;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private volatile @Nullable HttpClientRequest sent;
    private volatile @Nullable Future<Void> written;
    private volatile @Nullable BodyAccumulator body;
    private volatile boolean isExpiring;
    private volatile long expiringSince;

    /**
     * Creates an exchange.
     *
     * @param mapped the request for Web Client, without its body
     * @param context the context that the exchange runs on
     */
    Exchange(
            VertxTransport transport,
            VertxResources resources,
            DevPayrConfig config,
            RawRequest request,
            HttpRequest<Buffer> mapped,
            Context context) {
        this.transport = transport;
        this.resources = resources;
        this.request = mapped;
        this.operation = request.operation();
        this.maxResponseBytes = request.maxResponseBytes();
        this.context = context;
        this.timeout = new CallTimeout(request.callTimeout(), setting(request, config), config.readTimeout());
        this.writer = writerOf(request.body());
        this.connectFailures = transport.connectFailures();
    }

    /** Returns the name of the setting that the call timeout is from: the configuration, or the options of the call. */
    private static String setting(RawRequest request, DevPayrConfig config) {
        return request.callTimeout().equals(config.callTimeout()) ? "callTimeout" : "timeout";
    }

    private RequestWriter writerOf(@Nullable RawBody content) {
        if (content == null) {
            return RequestWriter.NO_BODY;
        }
        return content.isInMemory()
                ? RequestWriter.of(content)
                : new StreamWriter(resources, content, timeout::progress, this::fail);
    }

    boolean belongsTo(VertxTransport owner) {
        return transport == owner;
    }

    /** Sends the request. Called once, on the context of the exchange. */
    void start() {
        if (isOver.get()) {
            return;
        }
        if (writer instanceof StreamWriter stream) {
            stream.open().onComplete(opened -> send(), this::fail);
        } else {
            send();
        }
    }

    private void send() {
        if (isOver.get()) {
            return;
        }
        request.as(this::openBody)
                .sendStream(new RequestPipe(this::write))
                .onComplete(this::receiveFromInterceptor, this::failInWebClient);
    }

    /** Writes the request to the connection that Web Client has selected. */
    private Future<Void> write(HttpClientRequest opened) {
        if (sent != null) {
            return Future.failedFuture("an interceptor of the Web Client sent the request again");
        }
        sent = opened;
        if (isOver.get()) {
            return opened.reset();
        }
        timeout.progress();
        opened.response().onComplete(this::receive, this::lose);
        Future<Void> writing = writer.writeTo(opened);
        written = writing;
        return writing;
    }

    /** Called by Web Client when it has received the head of a response. */
    private BodyStream<Buffer> openBody() {
        HttpClientResponse head = head();
        if (head == null || body != null || isOver.get()) {
            return BodyAccumulator.discarding();
        }
        BodyAccumulator opened = new BodyAccumulator(maxResponseBytes, this::receivePiece);
        body = opened;
        return head.statusCode() / 100 == 2 ? opened.reported() : opened;
    }

    /** Called by the request itself, after Web Client. */
    private void receive(HttpClientResponse head) {
        BodyAccumulator opened = body;
        if (opened == null) {
            fail(new IOException("an interceptor of the Web Client did not pass the response on"));
        } else {
            head.end().onComplete(end -> succeed(head, opened.body()), this::lose);
        }
    }

    /** Ends the request when the response is too large. The response is rejected when it is read. */
    private void receivePiece() {
        timeout.progress();
        BodyAccumulator received = body;
        HttpClientResponse head = head();
        if (received != null && head != null && received.exceedsLimit() && end()) {
            reset();
            complete(new VertxResponse(head, received.body()));
        }
    }

    private @Nullable HttpClientResponse head() {
        HttpClientRequest open = sent;
        return open == null ? null : open.response().result();
    }

    private void succeed(HttpClientResponse head, Buffer content) {
        if (end()) {
            complete(new VertxResponse(head, content));
        }
    }

    /** Uses the response of an interceptor if no request was sent. Otherwise the response to the request is used. */
    private void receiveFromInterceptor(HttpResponse<Buffer> response) {
        if (sent == null && end()) {
            Buffer content = response.body();
            complete(new VertxResponse(response, content == null ? Buffer.buffer(0) : content));
        }
    }

    private void failInWebClient(Throwable failure) {
        if (sent == null) {
            fail(connectFailures.of(failure));
        } else {
            lose(failure);
        }
    }

    private void lose(Throwable failure) {
        fail(failure instanceof TimeoutException ? failure : connectFailures.ofSentRequest(failure));
    }

    /** Returns the {@link System#nanoTime()} when this was created. */
    long created() {
        return timeout.started();
    }

    /** Returns the nanoseconds until a timeout expires if there is no progress; 0 or less if it has expired. */
    long remainingNanos(long now) {
        return timeout.remainingNanos(now);
    }

    /**
     * Fails the exchange if a timeout has expired, on its context, or on another thread if the context is closed. Called by a timer,
     * whose thread must not run callbacks, again until the exchange has ended: a context that is closed drops its tasks.
     */
    void expire(long now) {
        if (isExpiring && now - expiringSince < EXPIRY_RETRY_NANOS) {
            return; // the context is busy
        }
        expiringSince = now;
        isExpiring = true;
        try {
            context.runOnContext(expired -> checkTimeout());
        } catch (RejectedExecutionException closed) {
            CompletableFuture.runAsync(this::checkTimeout);
        }
    }

    /** Checks the timeout again, since there may have been progress while the context was busy. */
    private void checkTimeout() {
        isExpiring = false;
        long now = System.nanoTime();
        if (timeout.remainingNanos(now) > 0) {
            resources.watch(this, now);
        } else {
            fail(timeoutFailure(timeout.expired(now), timeout.expiredSetting(now)));
        }
    }

    private Throwable timeoutFailure(Duration expired, String setting) {
        return sent == null
                ? connectFailures.ofTimeout("no connection within the " + setting + " of " + expired.toMillis() + " ms")
                : TransportException.timeout(operation, expired, setting, null);
    }

    /** Fails the exchange because the client was closed. */
    void abort() {
        fail(sent == null ? new ConnectException(CLOSED) : new IOException(CLOSED));
    }

    private void fail(Throwable failure) {
        if (end()) {
            reset();
            completeExceptionally(failure);
        }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        if (!end()) {
            return false;
        }
        reset();
        return super.cancel(mayInterrupt);
    }

    /** Releases the resources of the exchange. Returns true for the first caller, which must complete the future. */
    private boolean end() {
        if (!isOver.compareAndSet(false, true)) {
            return false;
        }
        writer.close();
        resources.unregister(this);
        return true;
    }

    /**
     * Ends the request, after what is queued has been written. Vert.x cannot close a connection of HTTP/1 before, and if it has been
     * told to, closing the client does not close it either.
     */
    private void reset() {
        HttpClientRequest open = sent;
        Future<Void> writing = written;
        if (open == null) {
            return;
        }
        if (writing == null || writing.isComplete() || open.version() == HttpVersion.HTTP_2) {
            reset(open);
        } else {
            writing.onComplete(end -> reset(open));
        }
    }

    private static void reset(HttpClientRequest open) {
        try {
            open.reset();
        } catch (RejectedExecutionException closed) {
            // The event loop is closed, and the connection with it.
        }
    }
}
