package com.devpayr.benchmarks.caller;

import com.devpayr.license.License;
import com.devpayr.payment.PaymentStatus;
import feign.Body;
import feign.Client;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Retryer;

/** Calls with Feign and a given HTTP client, used as Feign's documentation shows. */
final class PlainFeign implements Caller {
    private final BenchmarkedOperation operation;
    private final Api api;

    PlainFeign(Client client, BenchmarkedOperation operation, CallFixture fixture) {
        String url = fixture.config.baseUrl().toString();
        this.operation = operation;
        this.api = Feign.builder()
                .client(client)
                .retryer(Retryer.NEVER_RETRY)
                .requestInterceptor(request -> CallFixture.headers(operation).forEach(request::header))
                .decoder((response, type) -> fixture.read(
                        operation, response.status(), response.body().asInputStream()))
                .target(Api.class, url.substring(0, url.length() - 1));
    }

    @Override
    public Object call() {
        return switch (operation) {
            case LICENSE -> api.license(7, 12);
            case RANDOM_LICENSE -> api.license(7, BenchmarkedOperation.licenseId());
            case CHECK -> api.check("check_project");
        };
    }

    @Override
    public void close() {}

    interface Api {
        @RequestLine("GET /project/{project}/licenses/{license}")
        License license(@Param("project") long project, @Param("license") long license);

        @RequestLine("POST /project/has-paid?action={action}")
        @Headers("Content-Type: application/json")
        @Body("%7B%7D")
        PaymentStatus check(@Param("action") String action);
    }
}
