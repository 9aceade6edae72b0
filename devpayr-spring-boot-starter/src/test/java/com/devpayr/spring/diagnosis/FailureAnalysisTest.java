package com.devpayr.spring.diagnosis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.internal.config.InstalledLibrary;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.DevPayrConfigCustomizer;
import com.devpayr.spring.UnsupportedRequiresLicenseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
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
    void suggestsToSetThePlaceholdersOfPreviousSecrets() {
        assertThat(FixSuggestions.forProperty("devpayr.webhooks.previous-secrets"))
                .contains("each placeholder", "or remove it");
    }

    @Test
    void explainsPlainHttp() {
        FailureAnalysis analysis =
                analyze(Contexts.backend().withPropertyValues("devpayr.base-url=http://devpayr.example.com"));

        assertThat(analysis.getDescription()).contains("devpayr.base-url is plain http to devpayr.example.com");
        assertThat(analysis.getDescription()).doesNotContain("allowPlainHttp()");
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

    @ParameterizedTest
    @ValueSource(strings = {"devpayr.license-key", "devpayr.api-key", "devpayr.secret", "devpayr.domain"})
    void explainsAPlaceholderThatCannotBeResolved(String property) {
        FailureAnalysis analysis = analyze(Contexts.bare()
                .withPropertyValues(
                        "devpayr.transport=feign",
                        "devpayr.api-key=a-key",
                        "devpayr.license-key=a-license",
                        property + "=${SHOP_VALUE}"));

        assertThat(analysis.getDescription())
                .contains(property + " is missing: it refers to ${SHOP_VALUE}, which is not set");
        assertThat(analysis.getAction()).contains(property);
    }

    @Test
    void explainsAModeWithoutAGuard() {
        FailureAnalysis analysis = analysisOf(
                new ConfigurationException("devpayr.enforcement.mode", "is 'page', but no license key is configured"));

        assertThat(analysis.getDescription()).contains("devpayr.enforcement.mode is 'page'");
        assertThat(analysis.getAction()).contains("devpayr.license-key", "devpayr.enforcement.mode to log");
    }

    @Test
    void explainsALicenseThatDoesNotPermitTheStart() {
        FailureAnalysis denied = analysisOf(new BeanCreationException(
                "guard", new LicenseDeniedException(DenialReason.REVOKED, "The license has been revoked.", null)));
        FailureAnalysis unknown = analysisOf(new LicenseUnknownException("DevPayr could not be reached.", null));

        assertThat(denied.getDescription()).contains("not licensed: The license has been revoked.");
        assertThat(denied.getAction()).contains("devpayr.guard.startup");
        assertThat(unknown.getDescription()).contains("could not be verified: DevPayr could not be reached.");
        assertThat(analyses(new IllegalStateException("of the application"))).isEmpty();
    }

    @Test
    void namesASslBundleThatDoesNotExist() {
        FailureAnalysis analysis = analyze(Contexts.backend().withPropertyValues("devpayr.ssl.bundle=nope"));

        assertThat(analysis.getDescription()).contains("devpayr.ssl.bundle is 'nope'");
        assertThat(analysis.getAction()).contains("spring.ssl.bundle.pem.");
    }

    @Test
    void namesAnInjectablesRootThatDoesNotExist(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        FailureAnalysis analysis =
                analyze(Contexts.backend().withPropertyValues("devpayr.injectables.root=" + missing));

        assertThat(analysis.getDescription()).contains("devpayr.injectables.root is '" + missing);
        assertThat(analysis.getAction()).contains("Create the directory");
    }

    @Test
    void rejectsAFileInTheClassPath() {
        FailureAnalysis analysis = analyze(Contexts.bare()
                .withPropertyValues("devpayr.transport=feign", "devpayr.api-key-file=classpath:none.txt"));

        assertThat(analysis.getDescription()).contains("devpayr.api-key-file is 'classpath:none.txt'", "file:");
    }

    @Test
    void namesTheElementThatRequiresALicenseInVain() throws Exception {
        FailureAnalysis analysis = analysisOf(UnsupportedRequiresLicenseException.ofMethod(
                FailureAnalysisTest.class.getDeclaredMethod("stackTrace", FailureAnalysis.class)));

        assertThat(analysis.getDescription()).contains("FailureAnalysisTest.stackTrace(), which is private");
        assertThat(analysis.getAction()).contains("non-final", "requireLicensed()");
    }

    private static FailureAnalysis analysisOf(Throwable failure) {
        return analyses(failure).findFirst().orElseThrow(() -> new AssertionError("no analyzer applies", failure));
    }

    private static Stream<FailureAnalysis> analyses(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((m, t) -> {}))
                .stream()
                .filter(analyzer -> analyzer.getClass().getPackageName().startsWith("com.devpayr"))
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull);
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
            found[0] = analysisOf(requireNonNull(context.getStartupFailure()));
        });
        return found[0];
    }
}
