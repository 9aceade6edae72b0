package com.devpayr.guard;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks the license in the background whenever a check is due, and reports verdicts that change with time. */
final class BackgroundRefresher {
    /** Maximum sleep of the timer: the scheduler's clock stops while the machine is suspended, the system clock does not. */
    private static final long MAX_TIMER_DELAY = Duration.ofMinutes(5).toMillis();

    private final GuardState state;
    private final ListenerNotifier notifier;
    private final RefreshSchedule schedule;
    private final Consumer<BooleanSupplier> checker;
    private final RefreshTimer timer;

    /**
     * Creates a refresher that is not running.
     *
     * @param checker starts a check if the condition still holds, then calls {@link #scheduleNext()}
     * @param scheduler the scheduler to use; null for a daemon thread
     */
    BackgroundRefresher(
            GuardState state,
            ListenerNotifier notifier,
            RefreshSchedule schedule,
            Consumer<BooleanSupplier> checker,
            @Nullable ScheduledExecutorService scheduler) {
        this.state = state;
        this.notifier = notifier;
        this.schedule = schedule;
        this.checker = checker;
        this.timer = new RefreshTimer(scheduler, this::onTimer);
    }

    /**
     * Starts the timer.
     *
     * @param immediately whether the first check must not be delayed, if one is due
     */
    void start(boolean immediately) {
        timer.start();
        timer.schedule(state.isCheckDue() && !immediately ? schedule.initialDelay() : timerDelay());
    }

    boolean isRunning() {
        return timer.isRunning();
    }

    private void onTimer() {
        timer.schedule(MAX_TIMER_DELAY);
        state.enqueueCurrent();
        notifier.deliver();
        if (state.isCheckDue()) {
            checker.accept(state::isCheckDue);
        } else {
            scheduleNext();
        }
    }

    /** Schedules the next run. Does nothing unless the refresher is running. */
    void scheduleNext() {
        timer.schedule(timerDelay());
    }

    private long timerDelay() {
        return Math.min(MAX_TIMER_DELAY, state.timeToNextEvent());
    }

    void stop() {
        timer.stop();
    }
}
