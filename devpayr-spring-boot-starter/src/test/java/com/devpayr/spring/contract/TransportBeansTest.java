package com.devpayr.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.NotFoundException;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.project.ProjectDraft;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.RecordedRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The client beans of each transport, in both styles, against one platform. */
class TransportBeansTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx", "in-memory"})
    void bothClientBeansUseTheTransport(String transport) {
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake);
                ConfigurableApplicationContext context = ContractContext.context(transport, config(emulator), fake)) {
            DevPayr blocking = context.getBean(DevPayr.class);
            DevPayr adapted = context.getBean(AsyncDevPayr.class).blocking();
            long project = blocking.projects()
                    .create(ProjectDraft.builder("Shop").build())
                    .id();

            License license = adapted.licenses()
                    .create(project, LicenseDraft.builder("Pro").build());

            assertThat(blocking.licenses().get(project, license.id())).isEqualTo(license);
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> adapted.licenses().get(project, license.id() + 1));
            assertThat(fake.requests())
                    .extracting(RecordedRequest::operation)
                    .containsExactly(
                            Operation.PROJECT_CREATE,
                            Operation.LICENSE_CREATE,
                            Operation.LICENSE_GET,
                            Operation.LICENSE_GET);
            assertThat(fake.requests())
                    .allSatisfy(request ->
                            assertThat(request.headers().get("User-Agent")).contains(transport));
        }
    }

    private DevPayrConfig config(DevPayrEmulator emulator) {
        return DevPayrConfig.builder()
                .apiKey(fake::createGlobalKey)
                .domain("shop.example.com")
                .baseUrl(emulator.baseUrl())
                .build();
    }
}
