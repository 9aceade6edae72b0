package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StartupLogTest {
    private final Logger logger = Logger.getLogger(DevPayr.class.getName());
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void addHandler() {
        logger.addHandler(handler);
    }

    @AfterEach
    void removeHandler() {
        logger.removeHandler(handler);
    }

    @Test
    void logsTheEffectiveConfigurationOnceAtInfoLevel() {
        start(application().withPropertyValues("devpayr.domain=https://Shop.example.com/"));

        assertThat(records).singleElement().satisfies(logged -> {
            assertThat(logged.getLevel()).isEqualTo(Level.INFO);
            assertThat(logged.getMessage())
                    .isEqualTo(
                            "DevPayr is configured with transport=retrofit, baseUrl=https://devpayr.example.com/api/,"
                                    + " domain=shop.example.com (configured), guard=OutagePolicy.grace(PT48H)");
        });
    }

    @Test
    void logsAnInferredDomain() {
        start(application().withPropertyValues("devpayr.infer-domain=true", "APP_URL=https://app.example.com/x"));

        assertThat(message()).contains("domain=app.example.com (inferred), guard=");
    }

    @Test
    void logsADomainFromAFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("domain"), "file.example.com");
        start(application().withPropertyValues("devpayr.domain-file=" + file));

        assertThat(message()).contains("domain=file.example.com (DEVPAYR_DOMAIN or domain file), guard=");
    }

    @Test
    void logsADomainThatCannotBeResolvedAndStarts(@TempDir Path directory) {
        start(application().withPropertyValues("devpayr.domain-file=" + directory.resolve("missing")));

        assertThat(message()).contains("domain=unresolved (").contains("guard=OutagePolicy.grace(PT48H)");
    }

    @Test
    void logsNeitherDomainNorGuardWithoutALicenseKey() {
        start(Contexts.backend());

        assertThat(message()).contains("transport=feign").endsWith("domain=none (no license key), guard=none");
    }

    @Test
    void logsNoCredential() {
        start(application()
                .withPropertyValues(
                        "devpayr.api-key=an-api-key",
                        "devpayr.secret=a long secret",
                        "devpayr.domain=shop.example.com"));

        assertThat(message()).doesNotContain("an-api-key", "a-license", "a long secret");
    }

    @Test
    void logsNothingIfTheApplicationDefinesTheClient() {
        DevPayrConfig config = DevPayrConfig.builder().apiKey("an-api-key").build();
        start(Contexts.bare()
                .withBean(DevPayr.class, () -> InMemoryDevPayr.create().connect(config)));

        assertThat(records).isEmpty();
    }

    private static ApplicationContextRunner application() {
        return Contexts.bare()
                .withPropertyValues(
                        "devpayr.transport=retrofit",
                        "devpayr.base-url=https://devpayr.example.com/api",
                        "devpayr.license-key=a-license",
                        "devpayr.guard.startup=off",
                        "devpayr.guard.grace=2d",
                        "devpayr.guard.lease.store=memory");
    }

    private static void start(ApplicationContextRunner application) {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    private String message() {
        assertThat(records).hasSize(1);
        return records.get(0).getMessage();
    }
}
