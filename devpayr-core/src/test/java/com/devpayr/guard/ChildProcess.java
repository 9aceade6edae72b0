package com.devpayr.guard;

import static java.util.Objects.requireNonNull;

import com.devpayr.guard.LeaseCodec.Decoded;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A second JVM for tests. */
final class ChildProcess {
    private ChildProcess() {}

    static Process start(String what, Path path, int times) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName(),
                        what,
                        path.toString(),
                        String.valueOf(times)))
                .start();
    }

    /** Arguments: the action, the path of the lease, the number of repetitions. */
    public static void main(String[] arguments) throws IOException {
        LeaseStore store = LeaseStore.file(Path.of(arguments[1]));
        if (arguments[0].equals("lock")) {
            holdLock(Path.of(arguments[1] + ".lock"));
        } else if (arguments[0].equals("count")) {
            for (int step = 0; step < Integer.parseInt(arguments[2]); step++) {
                count(store);
            }
        } else {
            GuardFixture fixture = new GuardFixture();
            LicenseGuard.builder(fixture.devpayr.client(GuardFixture.config()))
                    .application(GuardFixture.APPLICATION)
                    .leaseStore(store)
                    .build()
                    .start(); // the guard is deliberately not closed
        }
    }

    /** Holds a lock until the parent process ends this one. */
    private static void holdLock(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            requireNonNull(channel.lock());
            System.out.println("locked");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Increments the lease's clock reading, retrying on concurrent updates. */
    private static void count(LeaseStore store) {
        LeaseCodec codec = new LeaseCodec(
                GuardFixture.KEY,
                new LeaseSubject(GuardFixture.APPLICATION, GuardFixture.DOMAIN, PaymentScope.PROJECT));
        Lease before;
        Lease after;
        do {
            before = requireNonNull(store.load());
            Decoded decoded = codec.decode(before);
            LeasePayload payload = requireNonNull(decoded.payload());
            after = codec.encode(new LeasePayload(payload.confirmedAt(), payload.latestTime() + 1));
        } while (!store.compareAndSet(before, after));
    }
}
