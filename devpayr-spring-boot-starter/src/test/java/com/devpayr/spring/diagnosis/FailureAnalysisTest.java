package com.devpayr.spring.diagnosis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.config.InstalledLibrary;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.DevPayrConfigCustomizer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

class FailureAnalysisTest {
    @Test
    void explainsAMissingCredential() {
        FailureAnalysis analysis = analyze(Contexts.bare().withPropertyValues("devpayr.transport=feign"));

        assertThat(analysis.getDescription())
                .contains("devpayr.api-key and devpayr.license-key are both missing")
                .doesNotContain("devpayr.devpayr");
        assertThat(analysis.getAction())
                .contains(
                        "DEVPAYR_API_KEY",
                        "A backend needs devpayr.api-key, a licensed application devpayr.license-key");
    }

    @Test
    void listsTransportsIfSeveralArePresent() {
        FailureAnalysis analysis = analyze(Contexts.bare().withPropertyValues("devpayr.api-key=a-key"));

        assertThat(analysis.getDescription()).contains("feign, retrofit, vertx");
        assertThat(analysis.getAction()).contains("Set devpayr.transport");
    }

    @Test
    void suggestsADependencyIfNoTransportIsPresent() {
        FailureAnalysis analysis = analyze(Contexts.bare()
                .withPropertyValues("devpayr.api-key=a-key")
                .withClassLoader(
                        new FilteredClassLoader("com.devpayr.feign", "com.devpayr.retrofit", "com.devpayr.vertx")));

        assertThat(analysis.getDescription()).contains("No DevPayr transport");
        assertThat(analysis.getAction()).contains("com.devpayr:devpayr-feign");
    }

    @Test
    void suggestsADependencyIfTheTransportIsAbsent() {
        FailureAnalysis analysis = analyze(Contexts.backend()
                .withPropertyValues("devpayr.transport=retrofit")
                .withClassLoader(new FilteredClassLoader("com.devpayr.retrofit")));

        assertThat(analysis.getDescription()).contains("'retrofit'", "feign");
        assertThat(analysis.getAction()).contains("com.devpayr:devpayr-retrofit");
    }

    @Test
    void listsTransportsIfTheNameIsUnknown() {
        FailureAnalysis analysis = analyze(Contexts.backend().withPropertyValues("devpayr.transport=carrier-pigeon"));

        assertThat(analysis.getDescription()).contains("'carrier-pigeon'");
        assertThat(analysis.getAction()).contains("feign, retrofit, vertx, in-memory");
    }

    @Test
    void explainsALibraryOfTheWrongVersion() {
        FailureAnalysis analysis = analyze(Contexts.backend().withBean(DevPayrConfigCustomizer.class, () -> config -> {
            throw new ConfigurationException(InstalledLibrary.CLASS_PATH, "contains feign-core 12.0");
        }));

        assertThat(analysis.getDescription()).isEqualTo("The class path contains feign-core 12.0.");
        assertThat(analysis.getAction()).contains("docs/support.md");
    }

    @Test
    void explainsPlainHttp() {
        FailureAnalysis analysis =
                analyze(Contexts.backend().withPropertyValues("devpayr.base-url=http://devpayr.example.com"));

        assertThat(analysis.getDescription()).contains("devpayr.base-url is plain http to devpayr.example.com");
        assertThat(analysis.getAction()).contains("https", "devpayr.allow-plain-http=true");
        Contexts.backend()
                .withPropertyValues("devpayr.base-url=http://devpayr.example.com", "devpayr.allow-plain-http=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void namesAnUnreadableSecretFile(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        FailureAnalysis analysis = analyze(Contexts.backend().withPropertyValues("devpayr.secret-file=" + missing));

        assertThat(analysis.getDescription()).contains("devpayr.secret-file refers to " + missing);
        assertThat(analysis.getAction()).contains("DEVPAYR_SECRET_FILE", "this process can read", "devpayr.secret ");
    }

    @Test
    void rejectsAKeyTogetherWithItsFile(@TempDir Path folder) {
        FailureAnalysis analysis =
                analyze(Contexts.backend().withPropertyValues("devpayr.api-key-file=" + folder.resolve("key")));

        assertThat(analysis.getDescription()).contains("both set").doesNotContain("a-key");
    }

    @Test
    void showsAnExampleForAnInvalidDomain() {
        FailureAnalysis analysis = analyze(Contexts.backend().withPropertyValues("devpayr.domain=caf\u00e9 \u2603"));

        assertThat(analysis.getDescription()).contains("devpayr.domain contains");
        assertThat(analysis.getAction()).contains("shop.example.com", "DEVPAYR_DOMAIN");
    }

    @Test
    void rejectsAnInvalidKeyWithoutShowingIt() {
        FailureAnalysis analysis = analyze(Contexts.backend().withPropertyValues("devpayr.api-key=canary\u00e9"));

        assertThat(analysis.getDescription() + analysis.getAction() + stackTrace(analysis))
                .contains("devpayr.api-key contains")
                .doesNotContain("canary");
    }

    @Test
    void namesThePropertyOfAnExcessiveSize() {
        FailureAnalysis analysis =
                analyze(Contexts.backend().withPropertyValues("devpayr.max-payload-response-size=2GB"));

        assertThat(analysis.getDescription()).contains("devpayr.max-payload-response-size", "less than 2 GB");
    }

    @Test
    void namesThePropertyOfAnInvalidTimeout() {
        FailureAnalysis analysis = analyze(Contexts.backend().withPropertyValues("devpayr.connect-timeout=0s"));

        assertThat(analysis.getDescription()).contains("devpayr.connect-timeout is PT0S");
        assertThat(analysis.getAction()).contains("devpayr.connect-timeout");
    }

    private static String stackTrace(FailureAnalysis analysis) {
        StringWriter out = new StringWriter();
        requireNonNull(analysis.getCause()).printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    /** Returns the analysis of the first of the registered analyzers that applies. */
    private static FailureAnalysis analyze(ApplicationContextRunner application) {
        FailureAnalysis[] found = new FailureAnalysis[1];
        application.run(context -> {
            assertThat(context).hasFailed();
            found[0] = SpringFactoriesLoader.forDefaultResourceLocation()
                    .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((m, t) -> {}))
                    .stream()
                    .filter(analyzer -> analyzer.getClass().getPackageName().startsWith("com.devpayr"))
                    .map(analyzer -> analyzer.analyze(requireNonNull(context.getStartupFailure())))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no analyzer applies", context.getStartupFailure()));
        });
        return found[0];
    }
}
