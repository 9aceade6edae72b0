package com.devpayr.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.call.RawResult;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.License;
import com.devpayr.operation.Credential;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code about single calls in {@code docs/transports.md}. */
class CallsGuideTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayr devpayr = fake.connect(DevPayrConfig.builder()
            .apiKey(fake.createGlobalKey().reveal())
            .domain("shop.example.com")
            .build());

    @Test
    void oneCallHasOptions() {
        FakeProject acme = fake.project("Acme");
        FakeLicense pro = acme.license("Pro");
        long projectId = acme.id();
        long licenseId = pro.id();
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        // <options>
        CallOptions options = CallOptions.builder()
                .timeout(Duration.ofSeconds(2))
                .header("traceparent", traceparent)
                .build();
        License license = devpayr.withOptions(options).licenses().get(projectId, licenseId);
        // </options>

        assertThat(license.id()).isEqualTo(licenseId);
        assertThat(fake.requests().get(0).headers()).containsEntry("traceparent", traceparent);
    }

    @Test
    void endpointWithoutAnOperation() {
        FakeProject acme = fake.project("Acme");

        // <raw>
        RawResult result = devpayr.raw(
                "PATCH", "project/" + acme.id(), Credential.API_KEY, Map.of("name", "Acme Photos", "new_field", true));
        Object envelope = result.json(); // a Map, or result.body() for the text
        // </raw>

        assertThat(envelope).asString().contains("Acme Photos");
    }
}
