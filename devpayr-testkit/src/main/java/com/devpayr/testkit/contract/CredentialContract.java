package com.devpayr.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.ServerException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.project.ProjectDraft;
import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of credentials and the runtime identifier. */
public interface CredentialContract extends ContractFixture {
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"PING", "RAW_.*"})
    default void missingCredentialIsReportedBeforeSending(Operation operation) {
        DevPayr devpayr = connect(DevPayrConfig.builder().domain(DOMAIN));
        Credential missing = requireNonNull(operation.credential());

        assertThatExceptionOfType(MissingCredentialException.class)
                .isThrownBy(() -> OperationExamples.of(operation).call().on(devpayr))
                .withMessageContaining(operation.id())
                .withMessageContaining(missing.setting())
                .withMessageContaining(missing.variable());
        assertThat(fake().requests()).isEmpty();
    }

    @Test
    @Verifies(Operation.PING)
    default void pingNeedsNoCredentialAndReportsAnOutage() {
        DevPayr devpayr = connect(DevPayrConfig.builder().domain(DOMAIN));

        devpayr.ping();
        assertThat(fake().requests()).singleElement().satisfies(request -> {
            assertThat(request.operation()).isEqualTo(Operation.PING);
            assertThat(request.status()).isEqualTo(200);
        });
        fake().stubNext(Operation.PING, StubResponse.of(500).times(attemptsOf(Operation.PING)));
        assertThatExceptionOfType(ServerException.class).isThrownBy(devpayr::ping);
        fake().stubNext(
                        Operation.PING,
                        StubResponse.of(200).body("<html>sign in</html>").times(attemptsOf(Operation.PING)));
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(devpayr::ping);
    }

    @Test
    default void unknownKeyIsRejectedAndNotShownInTheError() {
        FakeProject acme = fake().project("Acme");
        DevPayr devpayr = backend(ApiKey.of("gk_1_1_stolen"));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.projects().get(acme.id()))
                .satisfies(exception -> assertThat(exception.toString()).doesNotContain("stolen"));
    }

    @Test
    default void expiredKeyIsRejected() {
        fake().project("Acme");
        DevPayr devpayr = backend(fake().newApiKey("CI")
                .expiresAt(fake().clock().instant().plus(Duration.ofDays(1)))
                .create()
                .value());

        assertThat(devpayr.projects().list(PageRequest.first()).items()).hasSize(1);
        fake().clock().advance(Duration.ofDays(1));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()));
    }

    @Test
    default void keyIsLimitedToItsScopes() {
        DevPayr reader = backend(
                fake().newApiKey("CI").scopes(Scope.PROJECTS_READ).create().value());

        assertThat(reader.projects().list(PageRequest.first()).items()).isEmpty();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() ->
                        reader.projects().create(ProjectDraft.builder("New").build()))
                .withMessageContaining("projects:write");
    }

    @Test
    default void rotatedKeyIsUsedForTheNextRequest() {
        AtomicReference<ApiKey> key = new AtomicReference<>(ApiKey.of("gk_1_1_old"));
        DevPayr devpayr = connect(DevPayrConfig.builder().apiKey(key::get).domain(DOMAIN));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()));
        key.set(fake().createGlobalKey());
        assertThat(devpayr.projects().list(PageRequest.first()).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JOHN-PC", "{braces}", "a b", "%41%zz", "device:12/34?x=1#y", "\"quoted\"", "a,b;c"})
    default void opaqueIdentifierIsSentUnchanged(String identifier) {
        DevPayr devpayr = connect(DevPayrConfig.builder()
                .apiKey(fake().createGlobalKey().reveal())
                .domain(identifier));

        devpayr.projects().list(PageRequest.first());

        assertThat(fake().requests().get(0).headers()).containsEntry("X-Devpayr-Domain", identifier);
    }
}
