package com.devpayr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.guard.Verdict;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import org.junit.jupiter.api.Test;

/** Tests that the verdict is shown whenever it changes. */
class WatchTest {
    private final InMemoryDevPayr fake = Program.platform();
    private final FakeLicense license = fake.project("Acme").paid().license("Pro");

    /** The guard revokes the license itself after the first verdict, so the second check finds it revoked. */
    private final Program devpayr = Program.inMemory(fake)
            .with("DEVPAYR_LICENSE_KEY", license.key().reveal())
            .guards(guard -> guard.listener((before, after) -> {
                if (after instanceof Verdict.Allowed) {
                    license.revoked();
                }
            }));

    @Test
    void showsEachChangeAndExitsWithTheCodeOfTheLast() {
        Result result =
                devpayr.run("watch", "--domain", "a.example.com", "--interval", "1s", "--changes", "2", "--json");

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.out().lines().map(line -> line.replaceFirst("\"at\":\"[^\"]+\",", "")))
                .containsExactly(
                        "{\"verdict\":\"allowed\",\"reason\":\"fresh\",\"message\":\"This application is licensed.\"}",
                        "{\"verdict\":\"denied\",\"reason\":\"revoked\",\"message\":\"The license has been revoked."
                                + " Message from DevPayr: This license has been revoked.\"}");
    }

    @Test
    void anAllowedVerdictExitsWithStatus0() {
        Result result = devpayr.run("watch", "--domain", "a.example.com", "--changes", "1");

        assertThat(result.status()).isZero();
        assertThat(result.out()).matches("\\S+Z  ALLOWED \\(fresh\\)  This application is licensed\\.\n");
    }
}
