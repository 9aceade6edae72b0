package com.devpayr.benchmarks.caller;

import static java.util.Objects.requireNonNull;

import com.devpayr.license.License;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Reads one license with Retrofit. */
final class PlainRetrofit implements Caller {
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addInterceptor(chain -> {
                Request.Builder request = chain.request().newBuilder();
                CallFixture.headers(BenchmarkedOperation.LICENSE).forEach(request::header);
                return chain.proceed(request.build());
            })
            .build();
    private final Licenses licenses;

    PlainRetrofit(CallFixture fixture) {
        this.licenses = new Retrofit.Builder()
                .baseUrl(fixture.config.baseUrl().toString())
                .client(client)
                .addConverterFactory(new Json(fixture))
                .build()
                .create(Licenses.class);
    }

    @Override
    public Object call() throws IOException {
        return requireNonNull(licenses.get(7, 12).execute().body());
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    interface Licenses {
        @GET("project/{project}/licenses/{license}")
        Call<License> get(@Path("project") long project, @Path("license") long license);
    }

    private static final class Json extends Converter.Factory {
        private final CallFixture fixture;

        Json(CallFixture fixture) {
            this.fixture = fixture;
        }

        @Override
        public Converter<ResponseBody, ?> responseBodyConverter(
                Type type, Annotation[] annotations, Retrofit retrofit) {
            return body -> fixture.read(BenchmarkedOperation.LICENSE, 200, body.byteStream());
        }
    }
}
