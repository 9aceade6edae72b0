package com.devpayr.testkit.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.platform.FieldParsers;
import com.devpayr.testkit.platform.Form;
import com.devpayr.testkit.platform.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves the platform's clock. */
final class ClockController {
    private static final int MOST_HOURS = 24 * 366 * 100;
    private static final Instant FIRST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");
    private static final Clock REAL = Clock.systemUTC();

    private final MutableClock clock;

    ClockController(MutableClock clock) {
        this.clock = clock;
    }

    Object change(ConsoleRequest ask) {
        Form form = Form.forUpdate(ask.input());
        form.flag("running").into(this::run);
        form.field("advance_hours", FieldParsers::integer)
                .must(hours -> Math.abs((long) hours) <= MOST_HOURS, "must be a century at most")
                .must(hours -> isPossible(clock.instant().plus(Duration.ofHours(hours))), "leads too far")
                .into(hours -> clock.advance(Duration.ofHours(hours)));
        form.field("set", FieldParsers::time)
                .must(ClockController::isPossible, "must be between 1971 and 9000")
                .into(clock::set);
        form.flag("real").into(real -> followRealTime());
        form.submit();
        return json(clock);
    }

    private void run(boolean running) {
        if (running) {
            clock.follow(REAL);
        } else {
            clock.stop();
        }
    }

    private void followRealTime() {
        clock.set(REAL.instant());
        clock.follow(REAL);
    }

    private static boolean isPossible(Instant time) {
        return time.isAfter(FIRST) && time.isBefore(LAST);
    }

    static Map<String, @Nullable Object> json(MutableClock clock) {
        return Json.object("now", WireTimestamps.write(clock.instant()), "running", clock.isRunning());
    }
}
