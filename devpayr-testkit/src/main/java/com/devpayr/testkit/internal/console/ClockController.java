package com.devpayr.testkit.internal.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.testkit.internal.platform.FieldParsers;
import com.devpayr.testkit.internal.platform.Form;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.model.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endpoints of the console that control the clock. */
final class ClockController {
    private static final int MAX_HOURS = 24 * 366 * 100;
    private static final Instant MIN = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("9000-01-01T00:00:00Z");
    private static final Clock SYSTEM_CLOCK = Clock.systemUTC();

    private final MutableClock clock;

    ClockController(MutableClock clock) {
        this.clock = clock;
    }

    Object change(ConsoleRequest request) {
        Form form = Form.forUpdate(request.input());
        form.flag("running").into(this::run);
        form.field("advance_hours", FieldParsers::integer)
                .must(hours -> Math.abs((long) hours) <= MAX_HOURS, "must be at most 100 years")
                .must(
                        hours -> isInRange(clock.instant().plus(Duration.ofHours(hours))),
                        "must lead to a time between 1971 and 9000")
                .into(hours -> clock.advance(Duration.ofHours(hours)));
        form.field("set", FieldParsers::time)
                .must(ClockController::isInRange, "must be between 1971 and 9000")
                .into(clock::set);
        form.flag("system_time").into(enabled -> followSystemTime());
        form.submit();
        return json(clock);
    }

    private void run(boolean running) {
        if (running) {
            clock.follow(SYSTEM_CLOCK);
        } else {
            clock.stop();
        }
    }

    private void followSystemTime() {
        clock.set(SYSTEM_CLOCK.instant());
        clock.follow(SYSTEM_CLOCK);
    }

    private static boolean isInRange(Instant time) {
        return time.isAfter(MIN) && time.isBefore(MAX);
    }

    static Map<String, @Nullable Object> json(MutableClock clock) {
        return Json.object("now", WireTimestamps.write(clock.instant()), "running", clock.isRunning());
    }
}
