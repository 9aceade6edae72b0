package com.devpayr.benchmarks.caller;

import com.devpayr.license.License;
import feign.Client;
import feign.Feign;
import feign.Param;
import feign.RequestLine;
import feign.Retryer;

/** Reads one license with Feign and a given HTTP client. */
final class PlainFeign implements Caller {
    private final Licenses licenses;

    PlainFeign(Client client, CallFixture fixture) {
        String url = fixture.config.baseUrl().toString();
        this.licenses = Feign.builder()
                .client(client)
                .retryer(Retryer.NEVER_RETRY)
                .requestInterceptor(request ->
                        CallFixture.headers(BenchmarkedOperation.LICENSE).forEach(request::header))
                .decoder((response, type) -> fixture.read(
                        BenchmarkedOperation.LICENSE,
                        response.status(),
                        response.body().asInputStream()))
                .target(Licenses.class, url.substring(0, url.length() - 1));
    }

    @Override
    public Object call() {
        return licenses.get(7, 12);
    }

    @Override
    public void close() {}

    interface Licenses {
        @RequestLine("GET /project/{project}/licenses/{license}")
        License get(@Param("project") long project, @Param("license") long license);
    }
}
