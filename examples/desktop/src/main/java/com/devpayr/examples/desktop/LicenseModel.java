package com.devpayr.examples.desktop;

import com.devpayr.guard.LicenseGuard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What the window shows and what its button does; knows nothing of windows. */
final class LicenseModel implements AutoCloseable {
    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();
    private final LicenseGuard guard;
    private final FriendlyText text;

    LicenseModel(LicenseGuard.Builder guard, FriendlyText text) {
        this.text = text;
        this.guard = guard.listener((before, after) -> tell(text.of(after))).build();
    }

    private void tell(Notice notice) {
        listeners.forEach(listener -> listener.accept(notice));
    }

    /** Calls a listener at each change, on a thread of the guard's. */
    void onChange(Consumer<Notice> listener) {
        listeners.add(listener);
    }

    /** What is known now; returns at once. */
    Notice notice() {
        return text.of(guard.current());
    }

    /** Asks now, and once an hour from then on. Returns at once. */
    CompletableFuture<Notice> start() {
        guard.start();
        return guard.refresh().thenApply(text::of);
    }

    /** Asks again now, so that nobody waits for the next hour after a payment. Returns at once. */
    CompletableFuture<Notice> checkAgain() {
        return guard.refresh().thenApply(text::of);
    }

    @Override
    public void close() {
        guard.close();
    }
}
