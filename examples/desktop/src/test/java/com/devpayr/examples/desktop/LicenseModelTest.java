package com.devpayr.examples.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.examples.desktop.Notice.Tone;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The notices for each situation, with the emulator and a lease file. */
class LicenseModelTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final FakeProject photos = fake.project("Acme Photos").paid();
    private final FakeLicense license = photos.license("Jane Doe");
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Path lease;

    LicenseModelTest(@TempDir Path folder) {
        this.lease = folder.resolve("acme.lease");
        fake.clock().set(Instant.parse("2031-03-01T10:00:00Z"));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        emulator.close();
    }

    @Test
    void runsWithAValidLicense() {
        Notice notice = model().start().join();

        assertThat(notice.runs()).isTrue();
        assertThat(notice.tone()).isEqualTo(Tone.OK);
        assertThat(notice.offersPayment()).isFalse();
    }

    @Test
    void runsDuringTheGracePeriodAlsoAfterARestart() {
        model().start().join();
        emulator.close();
        fake.clock().advance(Duration.ofHours(26));

        Notice notice = model().start().join();

        assertThat(notice.runs()).isTrue();
        assertThat(notice.tone()).isEqualTo(Tone.WARNING);
        assertThat(notice.text())
                .contains("since 1 March, 10:00")
                .contains("until 4 March, 11:00"); // check interval of an hour plus three days of grace
    }

    @Test
    void requestsAConnectionAfterTheGracePeriod() {
        LicenseModel model = model();
        model.start().join();
        emulator.close();
        fake.clock().advance(Duration.ofDays(4));

        Notice notice = model.checkAgain().join();

        assertThat(notice.runs()).isFalse();
        assertThat(notice.headline()).isEqualTo("Please go online");
        assertThat(notice.text()).contains("worked offline for as long as");
    }

    @Test
    void requestsAConnectionIfNeverChecked() {
        emulator.close();

        Notice notice = model().start().join();

        assertThat(notice.headline()).isEqualTo("Please go online");
        assertThat(notice.text()).contains("checked once");
    }

    @Test
    void aRevokedLicenseStaysDeniedDuringAnOutage() {
        model().start().join();
        license.revoked();

        assertThat(model().start().join().headline()).isEqualTo("Your license was revoked");
        emulator.close();
        assertThat(model().start().join().runs()).isFalse();
    }

    @Test
    @Timeout(60)
    void runsImmediatelyAfterPayment() throws InterruptedException {
        photos.unpaid();
        LicenseModel model = model();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        model.onChange(notice -> seen.add(notice.headline()));
        assertThat(model.start().join().headline()).isEqualTo("Acme Photos has not been paid for yet");

        photos.paid();
        Notice notice = model.checkAgain().join();

        assertThat(notice.runs()).isTrue();
        assertThat(seen.take()).isEqualTo("Acme Photos has not been paid for yet");
        assertThat(seen.take()).isEqualTo("Thank you for using Acme Photos");
        assertThat(seen).isEmpty();
    }

    @Test
    void reportsACheckInProgress() {
        assertThat(model().notice().headline()).isEqualTo("One moment please");
    }

    @Test
    void requestsAMissingLicenseKey() {
        assertThat(model(DevPayrConfig.builder().domain("jane-pc").build())
                        .start()
                        .join()
                        .headline())
                .isEqualTo("Enter your license key");
    }

    private LicenseModel model() {
        return model(DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .licenseKey(license.key().reveal())
                .domain("jane-pc")
                .build());
    }

    private LicenseModel model(DevPayrConfig config) {
        DevPayr devpayr = RetrofitDevPayr.create(config);
        LicenseModel model = new LicenseModel(
                LicenseGuard.builder(devpayr)
                        .application("acme-photos")
                        .leaseStore(LeaseStore.file(lease))
                        .clock(fake.clock()),
                new FriendlyText(ZoneOffset.UTC));
        open.add(model);
        open.add(devpayr);
        return model;
    }
}
