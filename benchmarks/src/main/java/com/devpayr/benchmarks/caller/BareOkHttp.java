package com.devpayr.benchmarks.caller;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp as its documentation shows it. */
final class BareOkHttp implements Caller {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient();
    private final Question question;
    private final Wire wire;
    private final String url;

    BareOkHttp(Question question, Wire wire) {
        this.question = question;
        this.wire = wire;
        this.url = wire.url(question);
    }

    @Override
    public Object call() throws IOException {
        Request.Builder request = new Request.Builder().url(url);
        Wire.headers(question).forEach(request::header);
        if (question.hasBody) {
            request.post(RequestBody.create(Wire.BODY, JSON));
        }
        try (Response response = client.newCall(request.build()).execute()) {
            return wire.read(question, response.code(), response.body().byteStream());
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
