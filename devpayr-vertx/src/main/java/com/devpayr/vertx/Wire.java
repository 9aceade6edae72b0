package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ProtocolException;
import com.devpayr.jackson.AnswerReader;
import com.devpayr.jackson.BodyWriter;
import com.devpayr.operation.Operation;
import com.devpayr.policy.HeaderPolicy;
import com.devpayr.wire.Fields;
import com.devpayr.wire.FormFrame;
import com.devpayr.wire.Upload;
import com.devpayr.wire.WireCall;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Calls made into requests, and answers into results. Reads files and JSON: for workers only. */
final class Wire {
    private static final String CONTENT_TYPE = "Content-Type";

    private final Engine engine;
    private final String baseUrl;
    private final HeaderPolicy headers;
    private final BodyWriter bodies = new BodyWriter();
    private final AnswerReader answers;

    Wire(Engine engine, DevPayrConfig config) {
        this.engine = engine;
        this.baseUrl = config.baseUrl().toString();
        this.headers = new HeaderPolicy(config, "vertx");
        this.answers = new AnswerReader(config);
    }

    Outgoing request(WireCall call) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setAbsoluteURI(baseUrl + target(call))
                .setFollowRedirects(false);
        headers.apply(call.operation(), options::putHeader);
        options.putHeader("Accept-Encoding", "gzip");
        return new Outgoing(options, body(call, options));
    }

    private Body body(WireCall call, RequestOptions options) {
        Fields fields = call.body();
        if (fields == null) {
            return Body.NONE;
        }
        Upload file = fields.upload();
        if (file == null) {
            options.putHeader(CONTENT_TYPE, "application/json");
            return Body.of(bodies.json(fields));
        }
        FormFrame frame = FormFrame.around(bodies.form(call.operation(), fields), "file", file.filename());
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
            return answers.read(operation, type, answer.status(), answer.retryAfter(), body);
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
