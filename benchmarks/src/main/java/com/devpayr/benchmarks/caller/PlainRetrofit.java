package com.devpayr.benchmarks.caller;

import static java.util.Objects.requireNonNull;

import com.devpayr.license.License;
import com.devpayr.payment.PaymentStatus;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Calls with Retrofit, used as its documentation shows. */
final class PlainRetrofit implements Caller {
    private final OkHttpClient client;
    private final BenchmarkedOperation operation;
    private final Api api;

    PlainRetrofit(BenchmarkedOperation operation, CallFixture fixture) {
        this.operation = operation;
        this.client = CallFixture.okHttp()
                .addInterceptor(chain -> {
                    Request.Builder request = chain.request().newBuilder();
                    CallFixture.headers(operation).forEach(request::header);
                    return chain.proceed(request.build());
                })
                .build();
        this.api = new Retrofit.Builder()
                .baseUrl(fixture.config.baseUrl().toString())
                .client(client)
                .addConverterFactory(new Json(operation, fixture))
                .build()
                .create(Api.class);
    }

    @Override
    public Object call() throws IOException {
        Call<?> call =
                switch (operation) {
                    case LICENSE -> api.license(7, 12);
                    case RANDOM_LICENSE -> api.license(7, BenchmarkedOperation.licenseId());
                    case CHECK -> api.check("check_project", RequestBody.create(CallFixture.BODY, BareOkHttp.JSON));
                };
        return requireNonNull(call.execute().body());
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    interface Api {
        @GET("project/{project}/licenses/{license}")
        Call<License> license(@Path("project") long project, @Path("license") long license);

        @POST("project/has-paid")
        Call<PaymentStatus> check(@Query("action") String action, @Body RequestBody body);
    }

    private static final class Json extends Converter.Factory {
        private final BenchmarkedOperation operation;
        private final CallFixture fixture;

        Json(BenchmarkedOperation operation, CallFixture fixture) {
            this.operation = operation;
            this.fixture = fixture;
        }

        @Override
        public Converter<ResponseBody, ?> responseBodyConverter(
                Type type, Annotation[] annotations, Retrofit retrofit) {
            return body -> fixture.read(operation, 200, body.byteStream());
        }
    }
}
