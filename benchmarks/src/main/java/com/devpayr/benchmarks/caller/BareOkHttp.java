package com.devpayr.benchmarks.caller;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls with OkHttp, used as its documentation shows. */
final class BareOkHttp implements Caller {
    static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = CallFixture.okHttp().build();
    private final BenchmarkedOperation operation;
    private final CallFixture fixture;
    private final Supplier<String> urls;

    BareOkHttp(BenchmarkedOperation operation, CallFixture fixture) {
        this.operation = operation;
        this.fixture = fixture;
        this.urls = fixture.urls(operation);
    }

    @Override
    public Object call() throws IOException {
        Request.Builder request = new Request.Builder().url(urls.get());
        CallFixture.headers(operation).forEach(request::header);
        if (operation.hasBody) {
            request.post(RequestBody.create(CallFixture.BODY, JSON));
        }
        try (Response response = client.newCall(request.build()).execute()) {
            return fixture.read(operation, response.code(), response.body().byteStream());
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
