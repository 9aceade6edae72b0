package com.devpayr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.cli.Program.Result;
import com.devpayr.guard.Verdict;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.ManualScheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that the verdict is shown whenever it changes. */
@Timeout(60)
class WatchTest {
    private final InMemoryDevPayr fake = Program.platform();
    private final FakeLicense license = fake.project("Acme").paid().license("Pro");
    private final ManualScheduler time = new ManualScheduler(fake.clock());

    /** The guard revokes the license itself after the first verdict, so the second check finds it revoked. */
    private final Program devpayr = Program.inMemory(fake)
            .with("DEVPAYR_LICENSE_KEY", license.key().reveal())
            .guards(guard -> guard.clock(fake.clock())
                    .scheduler(time)
                    .executor(time)
                    .listener((before, after) -> {
                        if (after instanceof Verdict.Allowed) {
                            license.revoked();
                        }
                    }));

    @Test
    void showsEachChangeAndExitsWithTheCodeOfTheLast() throws Exception {
        Result result = watch("--interval", "1h", "--changes", "2", "--json");

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.out().lines().map(line -> line.replaceFirst("\"at\":\"[^\"]+\",", "")))
                .containsExactly(
                        "{\"verdict\":\"allowed\",\"reason\":\"fresh\",\"message\":\"This application is licensed.\"}",
                        "{\"verdict\":\"denied\",\"reason\":\"revoked\",\"message\":\"The license has been revoked."
                                + " Message from DevPayr: This license has been revoked.\"}");
    }

    @Test
    void anAllowedVerdictExitsWithStatus0() throws Exception {
        Result result = watch("--changes", "1");

        assertThat(result.status()).isZero();
        assertThat(result.out()).matches("\\S+Z  ALLOWED \\(fresh\\)  This application is licensed\\.\n");
    }

    /** Runs the command while time passes, which waits for each check, so that no verdict expires meanwhile. */
    private Result watch(String... options) throws Exception {
        String[] arguments = Stream.concat(Stream.of("watch", "--domain", "a.example.com"), Stream.of(options))
                .toArray(String[]::new);
        CompletableFuture<Result> run = CompletableFuture.supplyAsync(() -> devpayr.run(arguments));
        while (!run.isDone() && !Thread.currentThread().isInterrupted()) {
            time.advance(Duration.ofMinutes(1));
        }
        return run.get();
    }
}
