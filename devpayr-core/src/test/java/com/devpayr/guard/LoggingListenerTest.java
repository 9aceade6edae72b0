package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.TestLogger;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoggingListenerTest {
    private static final String DOMAIN = "domain photos.example.com (configured)";
    private static final Verdict FRESH = new Allowed(Allowed.Source.FRESH, Instant.EPOCH, Instant.EPOCH);
    private static final Verdict CACHED = new Allowed(Allowed.Source.CACHED, Instant.EPOCH, Instant.EPOCH);
    private static final Verdict NOT_CHECKED = new Unknown(Unknown.Cause.NOT_CHECKED, null);

    private final GuardFixture fixture = new GuardFixture();
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> thrown = new ArrayList<>();
    private final TestLogger log = new TestLogger((level, message, failure) -> {
        lines.add(level + " " + message);
        if (failure != null) {
            thrown.add(failure);
        }
    });

    @Test
    void logsADayInTheLifeOfAnApplication() {
        LicenseGuard guard = fixture.builder().logger(log).build();
        guard.start();
        guard.refresh().join();
        fixture.scheduler.advance(GuardFixture.INTERVAL.multipliedBy(3));
        fixture.devpayr.becomeUnreachable();
        fixture.scheduler.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE).plus(GuardFixture.INTERVAL));
        fixture.devpayr.allow();
        guard.refresh().join();
        fixture.devpayr.deny(DevPayrStub.REVOKED);
        fixture.scheduler.advance(GuardFixture.INTERVAL.multipliedBy(5));
        fixture.devpayr.allow();
        guard.refresh().join();

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("INFO License confirmed, " + DOMAIN + ".");
        assertThat(lines.get(1))
                .startsWith("WARNING License in its grace period, reason unreachable, " + DOMAIN + ": ")
                .contains("the grace period ends at ", "Check the connection to DevPayr");
        assertThat(lines.get(2))
                .startsWith("WARNING License not verified, reason grace-expired, " + DOMAIN + ": ")
                .contains("Check the base URL");
        assertThat(lines.get(3)).isEqualTo("INFO License confirmed again, " + DOMAIN + ".");
        assertThat(lines.get(4))
                .startsWith("WARNING License denied, reason revoked, " + DOMAIN + ": The license has been revoked.")
                .contains("Renew the license");
        assertThat(lines.get(5)).isEqualTo("INFO License confirmed again, " + DOMAIN + ".");
    }

    @Test
    void logsADefectOfTheInstallationWithItsStackTrace() {
        NoClassDefFoundError failure = new NoClassDefFoundError("feign/Missing");
        fixture.devpayr.fail(failure);

        fixture.builder().logger(log).build().check();

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("ERROR ")
                .contains(DOMAIN, "feign/Missing", "mvn dependency:tree", "docs/support.md");
        assertThat(thrown).containsExactly(failure);
    }

    @Test
    void aNewConfirmationOfAStoredOneIsNotLogged() {
        LoggingListener listener = new LoggingListener(log, GuardFixture.config());

        listener.verdictChanged(NOT_CHECKED, CACHED);
        listener.verdictChanged(CACHED, FRESH);

        assertThat(lines).containsExactly("INFO License confirmed, " + DOMAIN + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "unpaid, Complete the payment",
        "revoked, another license key",
        "expired, Renew",
        "inactive, Activate the project",
        "wrong-domain, Add this domain",
        "wrong-environment, for this environment",
        "wrong-address, restrictions",
        "wrong-country, restrictions",
        "over-limit, check interval",
        "refused, Check the license at DevPayr.",
        "wrong-credential, license key is complete",
        "missing-credential, Correct the configuration",
        "misconfigured, Correct the configuration",
        "a-new-reason, Check the license at DevPayr."
    })
    void saysWhatToDoForEachReason(String reason, String remedy) {
        new LoggingListener(log, GuardFixture.config())
                .verdictChanged(FRESH, new Denied(new DenialReason(reason), null, null));

        assertThat(lines).singleElement().asString().startsWith("WARNING License denied, reason " + reason + ", ");
        assertThat(lines.get(0)).contains(DOMAIN, remedy);
    }

    @ParameterizedTest
    @EnumSource(Unknown.Cause.class)
    void saysWhatToDoForEachCause(Unknown.Cause cause) {
        new LoggingListener(log, GuardFixture.config())
                .verdictChanged(FRESH, new Unknown(cause, new IllegalStateException("host db7 is down")));

        assertThat(lines).singleElement().asString().contains("License not verified", DOMAIN, "host db7 is down. ");
        assertThat(lines.get(0)).endsWith(".");
    }

    @Test
    void masksCredentials() {
        new LoggingListener(log, GuardFixture.config())
                .verdictChanged(FRESH, new Denied(DenialReason.REFUSED, "No such key: " + GuardFixture.KEY, null));

        assertThat(lines).singleElement().asString().contains("No such key: ****");
    }

    @Test
    void logsADomainThatCannotBeResolved() {
        DevPayrConfig config = DevPayrConfig.builder()
                .environment(new SystemEnvironment() {
                    @Override
                    public @Nullable String variable(String name) {
                        return unlessDomain(name);
                    }

                    @Override
                    public @Nullable String property(String name) {
                        return unlessDomain(name);
                    }

                    private static @Nullable String unlessDomain(String name) {
                        if (name.toLowerCase(Locale.ROOT).contains("domain")) {
                            throw new ConfigurationException(name, "cannot be read");
                        }
                        return null;
                    }
                })
                .licenseKey(GuardFixture.KEY)
                .build();

        new LoggingListener(log, config)
                .verdictChanged(NOT_CHECKED, new Denied(DenialReason.MISCONFIGURED, null, null));

        assertThat(lines).singleElement().asString().contains("domain unknown");
    }

    @Test
    void logsStoreFailures() {
        new LoggingListener(log, GuardFixture.config())
                .leaseStoreFailed(new IllegalStateException("The disk is full."));

        assertThat(lines).singleElement().asString().contains("WARNING", "The disk is full.", "writable");
    }

    @Test
    void aGuardLogsByDefault() {
        StringBuilder messages = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                messages.append(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(LicenseGuard.class.getName());
        logger.addHandler(handler);
        try {
            fixture.guard().refresh().join();
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(messages).hasToString("License confirmed, " + DOMAIN + ".");
    }

    @Test
    void namesTheDomainThatWasSentInADenialOfTheDomain() {
        LicenseGuard guard = fixture.builder().logger(log).build();
        fixture.devpayr.deny("This license is not valid for the domain.");
        guard.refresh().join();

        assertThat(guard.messageFor(guard.current()))
                .contains("The license was checked for the domain photos.example.com (configured).");
        assertThat(guard.messageFor(new Denied(DenialReason.WRONG_DOMAIN, null, null)))
                .isEqualTo("The license is not valid for this domain.");
    }
}
