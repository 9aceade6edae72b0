package com.devpayr.retrofit;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.wire.PercentEncoding;
import com.devpayr.internal.wire.WireCall;
import com.devpayr.jackson.RequestBodyWriter;
import com.devpayr.operation.Operation;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import retrofit2.Invocation;

/** Where Retrofit's requests ask the core: which query, which body, which headers. */
final class RetrofitRequests {
    private static final MediaType JSON = MediaType.get("application/json");

    private final HeaderPolicy headers;
    private final RequestBodyWriter bodies = new RequestBodyWriter();

    RetrofitRequests(DevPayrConfig config) {
        this.headers = new HeaderPolicy(config, "retrofit");
    }

    /** The operation that a request of Retrofit's was made for. */
    static Operation operationOf(Request request) {
        return requireNonNull(Operation.of(invocationOf(request).method()), "every annotated method has an operation");
    }

    /** A request of which Retrofit knew verb and route, with all the rest. */
    Request complete(Request request) {
        Operation operation = operationOf(request);
        WireCall call = WireCall.of(operation, invocationOf(request).arguments());
        HttpUrl.Builder url = request.url().newBuilder();
        call.query().forEach((name, value) -> url.addEncodedQueryParameter(name, PercentEncoding.encode(value)));
        Request.Builder complete = request.newBuilder().url(url.build());
        com.devpayr.internal.model.RequestBody fields = call.body();
        if (fields != null) {
            complete.method(call.method(), body(operation, fields));
        }
        headers.apply(operation, complete::header);
        return complete.build();
    }

    private RequestBody body(Operation operation, com.devpayr.internal.model.RequestBody fields) {
        Upload file = WireCall.upload(fields);
        return file == null ? RequestBody.create(bodies.json(fields), JSON) : form(operation, fields, file);
    }

    private RequestBody form(Operation operation, com.devpayr.internal.model.RequestBody fields, Upload file) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        bodies.form(operation, fields).forEach(form::addFormDataPart);
        return form.addFormDataPart("file", file.filename(), new UploadBody(file))
                .build();
    }

    private static Invocation invocationOf(Request request) {
        return requireNonNull(request.tag(Invocation.class), "Retrofit says which method a request is made for");
    }
}
