package com.devpayr.examples.desktop;

import com.devpayr.guard.LicenseGuard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The presentation model of the license window. Independent of Swing. */
final class LicenseModel implements AutoCloseable {
    private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();
    private final LicenseGuard guard;
    private final FriendlyText text;

    LicenseModel(LicenseGuard.Builder guard, FriendlyText text) {
        this.text = text;
        this.guard = guard.listener((before, after) -> notifyListeners(text.of(after)))
                .build();
    }

    private void notifyListeners(Notice notice) {
        listeners.forEach(listener -> listener.accept(notice));
    }

    /** Adds a listener that is called after each change, on a thread of the guard. */
    void onChange(Consumer<Notice> listener) {
        listeners.add(listener);
    }

    /** Returns the notice for the cached verdict. Does not block. */
    Notice notice() {
        return text.of(guard.current());
    }

    /** Checks the license now and then every hour. Does not block. */
    CompletableFuture<Notice> start() {
        guard.start();
        return guard.refresh().thenApply(text::of);
    }

    /** Checks the license immediately, for example after a payment. Does not block. */
    CompletableFuture<Notice> checkAgain() {
        return guard.refresh().thenApply(text::of);
    }

    @Override
    public void close() {
        guard.close();
    }
}
