package com.devpayr.guard;

import static java.util.Objects.requireNonNull;
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
                        Stream.of("Unauthenticated.", "Missing required X-LICENSE-KEY header.", DevPayrStub.REVOKED)
                                .map(words -> DevPayrStub.status(401, words)),
                        Stream.of(
                                        "This license has exceeded its daily limit.",
                                        "The license has reached its limit of 100 checks per day.",
                                        "Usage quota exceeded.")
                                .map(words -> DevPayrStub.status(403, words)),
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
        assertThat(stored()).contains("denied=");
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
                "403 | The license has not been paid for. | unpaid",
                "403 | Invalid license key. | wrong-credential",
                "403 | The license key is unknown. | wrong-credential"
            })
    void anErrorResponseDeniesTheLicenseImmediatelyWithItsReason(int status, String words, String reason) {
        guard.refresh().join();
        fixture.devpayr.fail(DevPayrStub.status(status, words));

        Verdict verdict = guard.refresh().join();

        assertThat(verdict).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(new DenialReason(reason));
            assertThat(denied.serverMessage()).isEqualTo(words);
        });
        assertThat(stored()).contains("denied=", "reason=" + reason);
        assertThat(verdict.message()).contains(words);
    }

    private String stored() {
        return requireNonNull(fixture.store.load()).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forbidden | refused",
                "Missing Authentication Token | refused",
                "Request blocked: your IP address is on a list. | wrong-address",
                "Your session has expired. | expired",
                "Invalid or expired API key. | wrong-credential",
                "Payment required. | unpaid",
                "The license says no. | refused"
            })
    void anUnrecognizedMessageDeniesTheLicenseOnlyAfterASecondCheck(String words, String reason) {
        Verdict allowed = guard.refresh().join();
        String lease = stored();
        fixture.devpayr.deny(words);

        assertThat(guard.refresh().join()).isEqualTo(allowed);
        fixture.time.advance(Duration.ofSeconds(29));
        assertThat(guard.refresh().join()).isEqualTo(allowed);
        assertThat(stored().lines().limit(6)).isEqualTo(lease.lines().limit(6).toList());

        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(guard.refresh().join()).isInstanceOfSatisfying(Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(new DenialReason(reason));
            assertThat(denied.serverMessage()).isEqualTo(words);
        });
        assertThat(stored()).contains("denied=", "reason=" + reason);
    }

    @Test
    void aConfirmationResetsAnUnrecognizedMessage() {
        fixture.devpayr.deny("Forbidden");
        guard.refresh().join();
        fixture.devpayr.allow();
        guard.refresh().join();
        fixture.time.advance(Duration.ofMinutes(1));
        fixture.devpayr.deny("Forbidden");

        assertThat(guard.refresh().join()).isInstanceOf(Allowed.class);
    }

    @Test
    void aStartedGuardConfirmsAnUnrecognizedMessageWithinAMinute() {
        guard.start();
        guard.refresh().join();
        fixture.devpayr.deny("Forbidden");
        guard.refresh().join();

        fixture.scheduler.advance(Duration.ofMinutes(1));

        assertThat(guard.current()).isInstanceOf(Denied.class);
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
    void linkageErrorIsADefectOfTheInstallationAndKeepsTheLease() {
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

    static Stream<OutagePolicy> policies() {
        return Stream.of(OutagePolicy.advisory(), OutagePolicy.failClosed(), OutagePolicy.grace(GuardFixture.GRACE));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void disconnectingAndRestartingAfterADenialDoesNotRestoreTheLicense(OutagePolicy policy) {
        guard.refresh().join();
        fixture.devpayr.deny(DevPayrStub.REVOKED);
        guard.refresh().join();
        guard.close();
        fixture.devpayr.becomeUnreachable();

        for (int start = 0; start < 3; start++) {
            LicenseGuard restarted = fixture.builder().outagePolicy(policy).build();
            restarted.start();
            fixture.scheduler.advance(GuardFixture.INTERVAL);

            assertThat(restarted.check()).isEqualTo(new Denied(DenialReason.REVOKED, null, null));
            assertThatThrownBy(restarted::requireLicensed).isInstanceOf(LicenseDeniedException.class);
            restarted.close();
        }
        fixture.devpayr.allow();
        assertThat(fixture.guard().check()).isInstanceOf(Allowed.class);
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
