package com.devpayr.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Records the signals of a publisher as text, and demands nothing by itself. */
class RecordingSubscriber implements Flow.Subscriber<String> {
    final List<String> signals = Collections.synchronizedList(new ArrayList<>());
    private volatile Flow.@Nullable Subscription subscription;

    Flow.Subscription subscription() {
        return requireNonNull(subscription, "onSubscribe was not called");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        signals.add("subscribed");
    }

    @Override
    public void onNext(String row) {
        signals.add(row);
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(failure.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
        signals.add("complete");
    }
}
