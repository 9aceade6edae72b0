package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ProtocolException;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.wire.MultipartEnvelope;
import com.devpayr.internal.wire.WireCall;
import com.devpayr.jackson.RequestBodyWriter;
import com.devpayr.jackson.ResponseReader;
import com.devpayr.operation.Operation;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls made into requests, and answers into results. That reads files and JSON, and asks for credentials, which is for
 * workers; but for what is quick, which an event loop may do as well.
 *
 * <p>Quick is only what a worker has done before: the first request and the first answer of an operation load classes and
 * make readers, which took 100 ms in a JVM that had just started. So the operations that have been through are kept; there
 * are as many as {@link Operation} has constants.
 */
final class Wire {
    /** Reading one takes some 50 µs, which no event loop notices, and which a worker takes to wake up. */
    static final int SMALL_ANSWER = 16 * 1024;

    private static final String CONTENT_TYPE = "Content-Type";

    private final Engine engine;
    private final DevPayrConfig config;
    private final RequestOptions base;
    private final HeaderPolicy headers;
    private final RequestBodyWriter bodies = new RequestBodyWriter();
    private final ResponseReader answers;
    private final Set<Operation> requested = ConcurrentHashMap.newKeySet();
    private final Set<Operation> answered = ConcurrentHashMap.newKeySet();

    Wire(Engine engine, DevPayrConfig config) {
        this.engine = engine;
        this.config = config;
        this.base = new RequestOptions().setAbsoluteURI(config.baseUrl().toString());
        this.headers = new HeaderPolicy(config, "vertx");
        this.answers = new ResponseReader(config);
    }

    /** Whether a request can be made without waiting for a credential or a file, or for what its first one takes. */
    boolean isQuick(WireCall call) {
        RequestBody fields = call.body();
        boolean hasContent = fields != null && !fields.values().isEmpty(); // a file, or the vendor's data of any size
        return !hasContent && requested.contains(call.operation()) && config.isAtHand(call.operation());
    }

    /** Whether an answer can be read in no time. */
    boolean isQuick(Operation operation, Answer answer) {
        return answer.isPlainSuccess() && answer.body().length() <= SMALL_ANSWER && answered.contains(operation);
    }

    Outgoing request(WireCall call) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setSsl(base.isSsl())
                .setURI(base.getURI() + target(call))
                .setFollowRedirects(false);
        headers.apply(call.operation(), options::putHeader);
        options.putHeader("Accept-Encoding", "gzip");
        Outgoing outgoing = new Outgoing(options, body(call, options));
        requested.add(call.operation());
        return outgoing;
    }

    private Body body(WireCall call, RequestOptions options) {
        RequestBody fields = call.body();
        if (fields == null) {
            return Body.NONE;
        }
        Upload file = WireCall.upload(fields);
        if (file == null) {
            options.putHeader(CONTENT_TYPE, "application/json");
            return Body.of(bodies.json(fields));
        }
        MultipartEnvelope frame =
                MultipartEnvelope.around(bodies.form(call.operation(), fields), "file", file.filename());
        UploadBody form = UploadBody.open(engine, frame, file);
        options.putHeader(CONTENT_TYPE, frame.contentType());
        options.putHeader("Content-Length", Long.toString(form.length()));
        return form;
    }

    private static String target(WireCall call) {
        String query = call.rawQuery();
        return query == null ? call.path() : call.path() + "?" + query;
    }

    @Nullable
    Object read(Operation operation, Type type, Answer answer) {
        try (InputStream body = answer.open()) {
            Object result = answers.read(operation, type, answer.status(), answer.retryAfter(), body);
            answered.add(operation);
            return result;
        } catch (IOException undecodable) {
            throw new ProtocolException(operation, "its gzip encoding is broken");
        }
    }

    /**
     * A request that is ready to go.
     *
     * @param options where it goes, and its headers
     * @param body what it carries
     */
    record Outgoing(RequestOptions options, Body body) {}
}
