package com.devpayr.guard;

import static java.util.Objects.requireNonNull;

import com.devpayr.guard.LeaseSeal.Opened;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What another JVM does in a test. */
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

    /** Does what its first argument says with the lease that the second names, as often as the third says. */
    public static void main(String[] arguments) {
        LeaseStore store = LeaseStore.file(Path.of(arguments[1]));
        if (arguments[0].equals("count")) {
            for (int step = 0; step < Integer.parseInt(arguments[2]); step++) {
                count(store);
            }
        } else {
            Stage stage = new Stage();
            LicenseGuard.over(stage.devpayr.client(Stage.config()), Stage.config())
                    .application(Stage.APPLICATION)
                    .leaseStore(store)
                    .build()
                    .start(); // and forgets to close it
        }
    }

    /** Adds one to the lease's time, trying again while another process comes between. */
    private static void count(LeaseStore store) {
        LeaseSeal seal = new LeaseSeal(Stage.KEY, new Binding(Stage.APPLICATION, Stage.DOMAIN, PaymentScope.PROJECT));
        Lease before;
        Lease after;
        do {
            before = requireNonNull(store.load());
            Opened opened = seal.open(before);
            Confirmation confirmation = requireNonNull(opened.confirmation());
            after = seal.seal(new Confirmation(confirmation.confirmedAt(), confirmation.seenAt() + 1));
        } while (!store.compareAndSet(before, after));
    }
}
