package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.operation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each answer of DevPayr's, and the lack of one, comes to. */
class AnswersTest {
    private final Stage stage = new Stage();
    private final LicenseGuard guard = stage.guard();

    static Stream<RuntimeException> outages() {
        return Stream.of(
                        Stream.of(TransportException.Kind.values())
                                .map(kind -> new TransportException(Operation.PAYMENT_CHECK, kind, null)),
                        Stream.of(400, 402, 404, 405, 408, 409, 410, 419, 422, 429, 500, 502, 503, 504)
                                .map(status -> StubDevPayr.status(status, "No.")),
                        Stream.of(401, 403).map(status -> StubDevPayr.status(status, null)),
                        Stream.of(
                                new ProtocolException(Operation.PAYMENT_CHECK, "it is HTML"),
                                new IllegalStateException("circuit breaker is open"),
                                new NullPointerException()))
                .flatMap(failures -> failures);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageGivesGraceAndThenUnknownButNeverDenied(RuntimeException failure) {
        guard.refresh().join();
        stage.devpayr.fail(failure);

        stage.time.advance(Stage.INTERVAL);
        assertThat(guard.check()).isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.source())
                .isEqualTo(Allowed.Source.GRACE));
        assertThat(stage.store.load()).isNotNull();

        stage.time.advance(Stage.GRACE);
        assertThat(guard.check()).isEqualTo(new Unknown(Unknown.Cause.GRACE_EXPIRED, failure));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageOverturnsNoDenial(RuntimeException failure) {
        guard.refresh().join();
        stage.devpayr.refuse(StubDevPayr.REVOKED);
        Verdict denied = guard.refresh().join();

        stage.devpayr.fail(failure);

        assertThat(guard.refresh().join()).isEqualTo(denied);
        stage.time.advance(Stage.GRACE);
        assertThat(guard.check()).isEqualTo(denied);
        assertThat(stage.store.load()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | This license has been revoked. | revoked",
                "403 | License suspended | revoked",
                "403 | This license has expired. | expired",
                "403 | This license key has expired. | expired",
                "403 | This license's project is not active. | inactive",
                "403 | This license is not authorized for the current domain. | wrong-domain",
                "403 | A test license works on test domains only. | wrong-environment",
                "403 | A production license does not work on a staging domain. | wrong-environment",
                "403 | This license is not authorized for the current address. | wrong-address",
                "403 | This license is not authorized for the current country. | wrong-country",
                "403 | This license has reached its limit of domains. | over-limit",
                "403 | Payment required. | unpaid",
                "403 | Computer says no. | refused",
                "403 | Invalid license key. | wrong-credential",
                "403 | Invalid or expired API key. | wrong-credential",
                "403 | The license key is unknown. | wrong-credential",
                "401 | Missing required X-LICENSE-KEY header. | wrong-credential",
                "401 | Unauthenticated. | wrong-credential"
            })
    void aRefusalIsADenialWithItsReasonAtOnce(int status, String words, String reason) {
        guard.refresh().join();
        stage.devpayr.fail(StubDevPayr.status(status, words));

        Verdict verdict = guard.refresh().join();

        assertThat(verdict).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(new DenialReason(reason));
            assertThat(denied.serverMessage()).isEqualTo(words);
        });
        assertThat(stage.store.load()).isNull();
        assertThat(verdict.message()).contains(words);
    }

    @Test
    void aWrongKeySaysThatTheConfigurationIsAtFault() {
        stage.devpayr.refuse("Invalid license key.");

        assertThatThrownBy(guard::requireLicensed)
                .isInstanceOfSatisfying(LicenseDeniedException.class, denied -> assertThat(
                                denied.reason().isConfigurationError())
                        .isTrue())
                .hasMessageContaining("Configuration error: DevPayr does not know this license key; check the setting"
                        + " licenseKey or DEVPAYR_LICENSE_KEY.");
    }

    @Test
    void aMissingKeySaysSoAndAsksNobody() {
        LicenseGuard keyless = stage.arrange(LicenseGuard.over(
                        stage.devpayr.client(
                                DevPayrConfig.builder().domain(Stage.DOMAIN).build()),
                        DevPayrConfig.builder().domain(Stage.DOMAIN).build()))
                .build();

        assertThatThrownBy(keyless::requireLicensed)
                .isInstanceOfSatisfying(LicenseDeniedException.class, denied -> assertThat(denied.reason())
                        .isEqualTo(DenialReason.MISSING_CREDENTIAL))
                .hasMessageContaining("DEVPAYR_LICENSE_KEY");
        assertThat(stage.devpayr.requests()).isZero();
    }

    @Test
    void anotherConfigurationErrorSaysWhichSettingIsWrongAndKeepsTheLease() {
        guard.refresh().join();
        stage.devpayr.fail(new ConfigurationException("domain", "cannot be found out"));

        assertThat(guard.refresh().join()).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(DenialReason.MISCONFIGURED);
            assertThat(denied.message()).contains("Configuration error", "domain cannot be found out");
        });
        assertThat(stage.store.load()).isNotNull();
    }

    @Test
    void pullingTheCableAfterADenialRevivesNothing() {
        guard.refresh().join();
        stage.devpayr.refuse(StubDevPayr.REVOKED);
        guard.refresh().join();
        guard.close();
        stage.devpayr.disappear();

        LicenseGuard restarted = stage.guard();

        assertThat(restarted.check()).isInstanceOf(Unknown.class);
        assertThatThrownBy(restarted::requireLicensed).isInstanceOf(LicenseUnknownException.class);
    }

    @Test
    void aPaymentIsHeardOfWithTheNextAnswer() {
        stage.devpayr.owe();
        assertThat(guard.check()).isEqualTo(new Denied(DenialReason.UNPAID, null, null));

        stage.devpayr.allow();
        assertThat(guard.refresh().join()).isInstanceOf(Allowed.class);
        assertThat(stage.store.load()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void theScopeIsWhatIsAskedFor(PaymentScope scope) {
        stage.builder().scope(scope).build().check();

        assertThat(QueryParameters.of(stage.devpayr.lastQuery()))
                .isEqualTo(scope == PaymentScope.PROJECT ? Map.of("action", "check_project") : Map.of());
    }

    @Test
    void failClosedHasNoGrace() {
        LicenseGuard strict =
                stage.builder().onOutage(OutagePolicy.failClosed()).build();
        strict.check();
        stage.devpayr.disappear();

        stage.time.advance(Stage.INTERVAL.minusMillis(1));
        assertThat(strict.current()).isInstanceOf(Allowed.class);
        stage.time.advance(Duration.ofMillis(1));
        assertThatThrownBy(strict::requireLicensed).isInstanceOf(LicenseUnknownException.class);
    }

    @Test
    void advisoryLetsTheUnknownRunButNotTheDenied() {
        LicenseGuard lenient = stage.builder().onOutage(OutagePolicy.advisory()).build();
        stage.devpayr.disappear();
        lenient.requireLicensed();
        assertThat(lenient.current()).isInstanceOf(Unknown.class);

        stage.devpayr.refuse(StubDevPayr.REVOKED);
        lenient.refresh().join();
        assertThatThrownBy(lenient::requireLicensed).isInstanceOf(LicenseDeniedException.class);
    }

    @Test
    void theVendorsTextReplacesTheDefault() {
        LicenseGuard worded = stage.builder()
                .messageFormatter(verdict ->
                        verdict instanceof Denied ? "Please write to sales@acme.example." : verdict.message())
                .build();
        stage.devpayr.owe();

        assertThatThrownBy(worded::requireLicensed).hasMessage("Please write to sales@acme.example.");
        assertThat(worded.messageFor(new Unknown(Unknown.Cause.NOT_ASKED, null)))
                .isEqualTo("DevPayr has not been asked yet whether this copy is licensed.");
    }

    @Test
    void everyKnownReasonHasItsOwnText() {
        assertThat(Arrays.stream(DenialReason.class.getFields())
                        .filter(field -> field.getType() == DenialReason.class)
                        .map(field -> {
                            try {
                                return ((DenialReason) field.get(null)).message();
                            } catch (IllegalAccessException impossible) {
                                throw new AssertionError(impossible);
                            }
                        }))
                .hasSize(13)
                .doesNotHaveDuplicates();
        assertThat(new DenialReason("new").message()).isEqualTo(DenialReason.REFUSED.message());
    }

    @Test
    void noVerdictsTextHoldsTheKey() {
        stage.devpayr.refuse("Invalid license key.");

        assertThat(guard.check() + guard.messageFor(guard.current())).doesNotContain(Stage.KEY);
    }

    @Test
    void aYesSaysSinceWhenAndUntilWhenItIsGood() {
        assertThat(stage.guard().check())
                .isEqualTo(new Allowed(
                        Allowed.Source.FRESH,
                        stage.time.instant(),
                        stage.time.instant().plus(Stage.INTERVAL)));
    }

    @Test
    void theGraceSaysWhenItEnds() {
        LicenseGuard guard = stage.guard();
        guard.check();
        Instant asked = stage.time.instant();
        stage.time.advance(Stage.INTERVAL);

        assertThat(guard.current())
                .isEqualTo(new Allowed(
                        Allowed.Source.GRACE, asked, asked.plus(Stage.INTERVAL).plus(Stage.GRACE)));
    }

    @Test
    void whoCannotTellSaysWhatWentWrong() {
        stage.devpayr.disappear();

        assertThatThrownBy(stage.guard()::requireLicensed)
                .isInstanceOf(LicenseUnknownException.class)
                .hasCauseInstanceOf(TransportException.class);
    }
}
