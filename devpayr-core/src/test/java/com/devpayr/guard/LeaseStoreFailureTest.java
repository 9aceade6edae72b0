package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lease stores that throw anything but a {@link RuntimeException}, as one written in Kotlin or without its libraries can. */
@Timeout(30)
class LeaseStoreFailureTest {
    private final GuardFixture fixture = new GuardFixture();

    @ParameterizedTest
    @MethodSource("failures")
    void theGuardContinuesWithoutTheStore(Throwable failure) {
        fixture.store = new FailingStore(failure);
        LicenseGuard guard = fixture.guard();

        assertThat(guard.refresh()).isCompletedWithValueMatching(Allowed.class::isInstance);
        fixture.devpayr.markUnpaid();
        assertThat(guard.refresh()).isCompletedWithValueMatching(Denied.class::isInstance);
        guard.close();

        assertThat(fixture.storeFailures).hasSize(5).allSatisfy(reported -> assertThat(reported)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the lease store failed: " + failure)
                .hasCause(failure));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aStartedGuardDoesNotRepeatTheCheckBeforeItIsDue(Throwable failure) {
        fixture.store = new FailingStore(failure);
        LicenseGuard guard = fixture.guard();
        guard.start();

        fixture.scheduler.advance(Duration.ofMinutes(1));

        assertThat(fixture.devpayr.requests()).isEqualTo(1);
        assertThat(guard.nextCheck()).isAfter(fixture.time.instant());
    }

    static Throwable[] failures() {
        return new Throwable[] {new IOException("the disk is full"), new NoClassDefFoundError("org/acme/Missing")};
    }

    @Test
    void aListenerThatThrowsACheckedExceptionDoesNotAffectTheCheck() {
        LicenseGuard guard = fixture.builder()
                .listener((before, after) -> raise(new IOException("the connection was closed")))
                .build();

        assertThat(guard.refresh()).isCompletedWithValueMatching(Allowed.class::isInstance);
    }

    @Test
    void aHandlerOfUncaughtExceptionsThatFailsDoesNotAffectLaterChanges() {
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((where, failure) -> {
            throw new IllegalStateException(failure);
        });
        try {
            LicenseGuard guard = fixture.configure(LicenseGuard.builder(fixture.devpayr.client(GuardFixture.config()))
                            .listener((before, after) -> {
                                throw new IllegalStateException("a listener's bug");
                            }))
                    .build();

            assertThat(guard.refresh()).isCompletedWithValueMatching(Allowed.class::isInstance);
            fixture.devpayr.markUnpaid();
            assertThat(guard.refresh()).isCompletedWithValueMatching(Denied.class::isInstance);
            assertThat(fixture.verdicts).hasSize(2);
        } finally {
            thread.setUncaughtExceptionHandler(handler);
        }
    }

    /** Throws a failure that the compiler takes for an unchecked one. */
    private static void raise(Throwable failure) {
        LeaseStoreFailureTest.<RuntimeException>raiseAs(failure);
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void raiseAs(Throwable failure) throws X {
        throw (X) failure;
    }

    /** A lease store whose methods all throw a failure. */
    private record FailingStore(Throwable failure) implements LeaseStore {
        @Override
        public @Nullable Lease load() {
            raise(failure);
            return null;
        }

        @Override
        public void save(Lease lease) {
            raise(failure);
        }

        @Override
        public boolean compareAndSet(Lease expected, Lease lease) {
            raise(failure);
            return false;
        }

        @Override
        public void delete() {
            raise(failure);
        }
    }
}
