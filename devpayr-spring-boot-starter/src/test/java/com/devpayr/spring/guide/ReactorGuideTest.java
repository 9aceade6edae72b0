package com.devpayr.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.License;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** The Reactor listing of docs/lists.md. */
class ReactorGuideTest {
    @Test
    void aFluxRequestsPagesOnDemand() {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeProject acme = fake.project("Acme");
        for (int i = 0; i < 120; i++) {
            acme.license("License " + i);
        }
        long projectId = acme.id();
        AsyncDevPayr devpayr = fake.connectAsync(DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .domain("shop.example.com")
                .build());

        // <reactor>
        Flux<License> licenses =
                JdkFlowAdapter.flowPublisherToFlux(devpayr.licenses().listAll(projectId));
        // </reactor>

        assertThat(licenses.limitRate(10).take(60).collectList().block(Duration.ofSeconds(20)))
                .hasSize(60);
        assertThat(fake.requests()).hasSize(2);
        assertThat(licenses.count().block(Duration.ofSeconds(20))).isEqualTo(120);
    }
}
