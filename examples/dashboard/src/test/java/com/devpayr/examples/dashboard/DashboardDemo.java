package com.devpayr.examples.dashboard;

import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Runs the application with the emulator and some data, to try the dashboard. */
public final class DashboardDemo {
    private DashboardDemo() {}

    /** Starts the demo. The optional argument is the port, 8080 by default. */
    public static void main(String[] arguments) {
        String port = arguments.length == 0 ? "8080" : arguments[0];
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        @SuppressWarnings("resource") // ends with the process
        DashboardFixture fixture = new DashboardFixture(fake, "--server.port=" + port);
        addData(fixture, Instant.now());
        fake.clock().follow(Clock.systemUTC());
        System.out.printf(
                "%nDashboard: %s, user %s, password %s%nConsole of the emulator, to change something: %s%n"
                        + "Press Ctrl+C to stop.%n",
                fixture.url("/"), DashboardFixture.USER, DashboardFixture.PASSWORD, fixture.consoleUrl());
    }

    /** Adds projects with the events of a month, and returns the license with the most events. */
    static FakeLicense addData(DashboardFixture fixture, Instant now) {
        MutableClock clock = fixture.fake.clock();
        clock.set(now.minus(Duration.ofDays(28)));
        FakeProject photos = fixture.project("Acme Photos");
        fixture.project("Acme Video").unpaid();
        photos.domain("photos.example.com").paid();
        photos.domain("staging.photos.example.com");
        FakeLicense jane = photos.license("Jane Doe");
        photos.license("Müller & Söhne, Fotografie").expiresAt(now.minus(Duration.ofDays(3)));
        photos.license("Joe Bloggs").expiresAt(now.plus(Duration.ofDays(300)));
        clock.set(now.minus(Duration.ofDays(17)));
        jane.revoked();
        clock.set(now.minus(Duration.ofDays(12)));
        jane.reactivated();
        clock.set(now.minus(Duration.ofDays(6)));
        photos.unpaid();
        clock.set(now.minus(Duration.ofDays(4)));
        photos.paid();
        photos.license("Ada Lovelace").revoked();
        clock.set(now);
        return jane;
    }
}
