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

/** The verdict for each response from DevPayr and for each kind of outage. */
class VerdictTest {
    private final GuardFixture fixture = new GuardFixture();
    private final LicenseGuard guard = fixture.guard();

    static Stream<RuntimeException> outages() {
        return Stream.of(
                        Stream.of(TransportException.Kind.values())
                                .map(kind -> new TransportException(Operation.PAYMENT_CHECK, kind, null)),
                        Stream.of(400, 402, 404, 405, 408, 409, 410, 419, 422, 429, 500, 502, 503, 504)
                                .map(status -> DevPayrStub.status(status, "No.")),
                        Stream.of(401, 403).map(status -> DevPayrStub.status(status, null)),
                        Stream.of(
                                new ProtocolException(Operation.PAYMENT_CHECK, "it is HTML"),
                                new IllegalStateException("circuit breaker is open"),
                                new NullPointerException()))
                .flatMap(failures -> failures);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageLeadsToGraceAndThenUnknownButNeverDenied(RuntimeException failure) {
        guard.refresh().join();
        fixture.devpayr.fail(failure);

        fixture.time.advance(GuardFixture.INTERVAL);
        assertThat(guard.check()).isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.source())
                .isEqualTo(Allowed.Source.GRACE));
        assertThat(fixture.store.load()).isNotNull();

        fixture.time.advance(GuardFixture.GRACE);
        assertThat(guard.check()).isEqualTo(new Unknown(Unknown.Cause.GRACE_EXPIRED, failure));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageDoesNotOverturnADenial(RuntimeException failure) {
        guard.refresh().join();
        fixture.devpayr.deny(DevPayrStub.REVOKED);
        Verdict denied = guard.refresh().join();

        fixture.devpayr.fail(failure);

        assertThat(guard.refresh().join()).isEqualTo(denied);
        fixture.time.advance(GuardFixture.GRACE);
        assertThat(guard.check()).isEqualTo(denied);
        assertThat(fixture.store.load()).isNull();
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
    void anErrorResponseDeniesTheLicenseImmediatelyWithItsReason(int status, String words, String reason) {
        guard.refresh().join();
        fixture.devpayr.fail(DevPayrStub.status(status, words));

        Verdict verdict = guard.refresh().join();

        assertThat(verdict).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(new DenialReason(reason));
            assertThat(denied.serverMessage()).isEqualTo(words);
        });
        assertThat(fixture.store.load()).isNull();
        assertThat(verdict.message()).contains(words);
    }

    @Test
    void anInvalidKeyIsReportedAsAConfigurationError() {
        fixture.devpayr.deny("Invalid license key.");

        assertThatThrownBy(guard::requireLicensed)
                .isInstanceOfSatisfying(LicenseDeniedException.class, denied -> assertThat(
                                denied.reason().isConfigurationError())
                        .isTrue())
                .hasMessageContaining("Configuration error: DevPayr does not recognize the license key; check"
                        + " licenseKey or DEVPAYR_LICENSE_KEY.");
    }

    @Test
    void aMissingKeyIsReportedWithoutARequest() {
        LicenseGuard keyless = fixture.configure(LicenseGuard.builder(fixture.devpayr.client(
                        DevPayrConfig.builder().domain(GuardFixture.DOMAIN).build())))
                .build();

        assertThatThrownBy(keyless::requireLicensed)
                .isInstanceOfSatisfying(LicenseDeniedException.class, denied -> assertThat(denied.reason())
                        .isEqualTo(DenialReason.MISSING_CREDENTIAL))
                .hasMessageContaining("DEVPAYR_LICENSE_KEY");
        assertThat(fixture.devpayr.requests()).isZero();
    }

    @Test
    void anotherConfigurationErrorNamesTheSettingAndKeepsTheLease() {
        guard.refresh().join();
        fixture.devpayr.fail(new ConfigurationException("domain", "cannot be found out"));

        assertThat(guard.refresh().join()).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(DenialReason.MISCONFIGURED);
            assertThat(denied.message()).contains("Configuration error", "domain cannot be found out");
        });
        assertThat(fixture.store.load()).isNotNull();
    }

    @Test
    void aLinkageErrorIsADefectOfTheInstallationAndKeepsTheLease() {
        guard.refresh().join();
        NoClassDefFoundError failure = new NoClassDefFoundError("feign/Missing");
        fixture.devpayr.fail(failure);

        assertThat(guard.refresh().join()).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(DenialReason.MISCONFIGURED);
            assertThat(denied.message())
                    .contains("NoClassDefFoundError: feign/Missing", "incompatible version", "docs/support.md");
            assertThat(denied.cause()).hasCause(failure);
        });
        assertThat(fixture.store.load()).isNotNull();
    }

    @Test
    void anyOtherErrorIsAnOutage() {
        guard.refresh().join();
        fixture.devpayr.fail(new StackOverflowError());
        fixture.time.advance(GuardFixture.INTERVAL);

        assertThat(guard.check()).isInstanceOf(Allowed.class);
    }

    @Test
    void disconnectingAfterADenialDoesNotRestoreTheLicense() {
        guard.refresh().join();
        fixture.devpayr.deny(DevPayrStub.REVOKED);
        guard.refresh().join();
        guard.close();
        fixture.devpayr.becomeUnreachable();

        LicenseGuard restarted = fixture.guard();

        assertThat(restarted.check()).isInstanceOf(Unknown.class);
        assertThatThrownBy(restarted::requireLicensed).isInstanceOf(LicenseUnknownException.class);
    }

    @Test
    void aPaymentIsDetectedByTheNextCheck() {
        fixture.devpayr.markUnpaid();
        assertThat(guard.check()).isEqualTo(new Denied(DenialReason.UNPAID, null, null));

        fixture.devpayr.allow();
        assertThat(guard.refresh().join()).isInstanceOf(Allowed.class);
        assertThat(fixture.store.load()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void theScopeDeterminesTheQuery(PaymentScope scope) {
        fixture.builder().scope(scope).build().check();

        assertThat(QueryParameters.of(fixture.devpayr.lastQuery()))
                .isEqualTo(scope == PaymentScope.PROJECT ? Map.of("action", "check_project") : Map.of());
    }

    @Test
    void failClosedHasNoGrace() {
        LicenseGuard strict =
                fixture.builder().outagePolicy(OutagePolicy.failClosed()).build();
        strict.check();
        fixture.devpayr.becomeUnreachable();

        fixture.time.advance(GuardFixture.INTERVAL.minusMillis(1));
        assertThat(strict.current()).isInstanceOf(Allowed.class);
        fixture.time.advance(Duration.ofMillis(1));
        assertThatThrownBy(strict::requireLicensed).isInstanceOf(LicenseUnknownException.class);
    }

    @Test
    void advisoryPermitsUnknownButNotDenied() {
        LicenseGuard lenient =
                fixture.builder().outagePolicy(OutagePolicy.advisory()).build();
        fixture.devpayr.becomeUnreachable();
        lenient.requireLicensed();
        assertThat(lenient.current()).isInstanceOf(Unknown.class);

        fixture.devpayr.deny(DevPayrStub.REVOKED);
        lenient.refresh().join();
        assertThatThrownBy(lenient::requireLicensed).isInstanceOf(LicenseDeniedException.class);
    }

    @Test
    void theMessageFormatterReplacesTheDefault() {
        LicenseGuard worded = fixture.builder()
                .messageFormatter(verdict ->
                        verdict instanceof Denied ? "Please write to sales@acme.example." : verdict.message())
                .build();
        fixture.devpayr.markUnpaid();

        assertThatThrownBy(worded::requireLicensed).hasMessage("Please write to sales@acme.example.");
        assertThat(worded.messageFor(new Unknown(Unknown.Cause.NOT_CHECKED, null)))
                .isEqualTo("The license has not been checked yet.");
    }

    @Test
    void everyKnownReasonHasItsOwnMessage() {
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
    void noVerdictContainsTheKey() {
        fixture.devpayr.deny("Invalid license key.");

        assertThat(guard.check() + guard.messageFor(guard.current())).doesNotContain(GuardFixture.KEY);
    }

    @Test
    void allowedHasTheTimesOfConfirmationAndExpiry() {
        assertThat(fixture.guard().check())
                .isEqualTo(new Allowed(
                        Allowed.Source.FRESH,
                        fixture.time.instant(),
                        fixture.time.instant().plus(GuardFixture.INTERVAL)));
    }

    @Test
    void graceHasItsEnd() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        Instant checked = fixture.time.instant();
        fixture.time.advance(GuardFixture.INTERVAL);

        assertThat(guard.current())
                .isEqualTo(new Allowed(
                        Allowed.Source.GRACE,
                        checked,
                        checked.plus(GuardFixture.INTERVAL).plus(GuardFixture.GRACE)));
    }

    @Test
    void unknownHasTheFailureAsCause() {
        fixture.devpayr.becomeUnreachable();

        assertThatThrownBy(fixture.guard()::requireLicensed)
                .isInstanceOf(LicenseUnknownException.class)
                .hasCauseInstanceOf(TransportException.class);
    }
}
