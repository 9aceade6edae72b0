package com.devpayr.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.devpayr.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the rules of Reactive Streams 1.0.4 that concern a publisher and its subscription, by their numbers. */
@Timeout(30)
class ReactiveStreamsTest {
    private static final int MANY = 100_000;

    private final List<CompletableFuture<Page<String>>> requests = new ArrayList<>();
    private final PagedPublisher<String> publisher = new PagedPublisher<>(Operation.LICENSE_LIST, request -> {
        CompletableFuture<Page<String>> page = new CompletableFuture<>();
        requests.add(page);
        return page;
    });
    private final RecordingSubscriber subscriber = new RecordingSubscriber();

    private void respond(int request, Page<String> page) {
        requests.get(request).complete(page);
    }

    private static PagedPublisher<String> immediate(int pages, int rows) {
        AtomicInteger count = new AtomicInteger();
        return new PagedPublisher<>(Operation.LICENSE_LIST, request -> {
            int page = count.incrementAndGet();
            return CompletableFuture.completedFuture(
                    Page.of(Collections.nCopies(rows, "row"), page == pages ? null : "" + page));
        });
    }

    @Test
    void rule101DeliversNoMoreRowsThanDemanded() {
        publisher.subscribe(subscriber);
        assertThat(requests).as("nothing is requested without demand").isEmpty();

        subscriber.subscription().request(1);
        assertThat(requests).hasSize(1);
        respond(0, Page.of(List.of("a", "b", "c"), "2"));
        assertThat(subscriber.signals).containsExactly("subscribed", "a");

        subscriber.subscription().request(2);
        assertThat(subscriber.signals).containsExactly("subscribed", "a", "b", "c");
        assertThat(requests).as("the next page is not demanded yet").hasSize(1);

        subscriber.subscription().request(1);
        assertThat(requests).hasSize(2);
    }

    @Test
    void requestsOnePageAtATime() {
        publisher.subscribe(subscriber);

        subscriber.subscription().request(1000);
        subscriber.subscription().request(1000);

        assertThat(requests).hasSize(1);
    }

    @Test
    void rule103SignalsAreSerialAlthoughDemandComesFromManyThreads() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger rows = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        RecordingSubscriber counting = new RecordingSubscriber() {
            @Override
            public void onNext(String row) {
                overlapped.compareAndSet(false, inside.incrementAndGet() != 1);
                rows.incrementAndGet();
                inside.decrementAndGet();
            }

            @Override
            public void onComplete() {
                done.countDown();
            }
        };
        immediate(100, 40).subscribe(counting);

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    for (int j = 0; j < 1000; j++) {
                        counting.subscription().request(1);
                    }
                });
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(rows).hasValue(4000);
        assertThat(overlapped).isFalse();
    }

    @Test
    void rule104AFailureIsTheLastSignal() {
        publisher.subscribe(subscriber);
        subscriber.subscription().request(10);

        requests.get(0).completeExceptionally(new IllegalStateException("trouble"));
        subscriber.subscription().request(10);

        assertThat(subscriber.signals).containsExactly("subscribed", "IllegalStateException");
        assertThat(requests).hasSize(1);
    }

    @Test
    void rule105TheEndFollowsTheLastRowWithoutFurtherDemand() {
        publisher.subscribe(subscriber);
        subscriber.subscription().request(1);

        respond(0, Page.of(List.of("a")));

        assertThat(subscriber.signals).containsExactly("subscribed", "a", "complete");
    }

    @Test
    void anEmptyLastPageEndsTheList() {
        publisher.subscribe(subscriber);
        subscriber.subscription().request(2);
        respond(0, Page.of(List.of("a"), "2"));

        respond(1, Page.of(List.of()));

        assertThat(subscriber.signals).containsExactly("subscribed", "a", "complete");
    }

    @Test
    void rule109SubscribesBeforeAnyOtherSignal() {
        RecordingSubscriber eager = new RecordingSubscriber() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
                super.onSubscribe(subscription);
            }
        };

        immediate(1, 1).subscribe(eager);

        assertThat(eager.signals).containsExactly("subscribed", "row", "complete");
    }

    @Test
    @SuppressWarnings("NullAway") // the rule is about null
    void rule109RejectsNull() {
        assertThatNullPointerException().isThrownBy(() -> publisher.subscribe(null));
    }

    @Test
    void rule111EachSubscriptionStartsWithTheFirstPage() {
        RecordingSubscriber other = new RecordingSubscriber();
        publisher.subscribe(subscriber);
        publisher.subscribe(other);

        subscriber.subscription().request(1);
        other.subscription().request(1);
        respond(0, Page.of(List.of("a")));
        respond(1, Page.of(List.of("b")));

        assertThat(subscriber.signals).containsExactly("subscribed", "a", "complete");
        assertThat(other.signals).containsExactly("subscribed", "b", "complete");
    }

    @Test
    void rule213AnExceptionOfTheSubscriberCancelsAndIsRaised() throws Exception {
        AssertionError violation = new AssertionError("forbidden");
        AtomicInteger rows = new AtomicInteger();
        RecordingSubscriber throwing = new RecordingSubscriber() {
            @Override
            public void onNext(String row) {
                rows.incrementAndGet();
                throw violation;
            }
        };
        publisher.subscribe(throwing);
        throwing.subscription().request(10);
        AtomicReference<Throwable> raised = new AtomicReference<>();
        Thread thread = new Thread(() -> respond(0, Page.of(List.of("a", "b"), "2")));
        thread.setUncaughtExceptionHandler((source, thrown) -> raised.set(thrown));

        thread.start();
        thread.join();

        assertThat(raised).hasValue(violation);
        throwing.subscription().request(1);
        assertThat(throwing.signals).containsExactly("subscribed");
        assertThat(rows).hasValue(1);
        assertThat(requests).hasSize(1);
    }

    @Test
    void rule303DemandFromWithinASignalDoesNotDeepenTheStack() {
        AtomicInteger rows = new AtomicInteger();
        RecordingSubscriber oneByOne = new RecordingSubscriber() {
            @Override
            public void onNext(String row) {
                rows.incrementAndGet();
                subscription().request(1);
            }
        };
        immediate(MANY / 10, 10).subscribe(oneByOne);

        oneByOne.subscription().request(1);

        assertThat(rows).hasValue(MANY);
        assertThat(oneByOne.signals).containsExactly("subscribed", "complete");
    }

    @Test
    void rule305CancellationStopsRowsAndTheRequestInProgress() {
        publisher.subscribe(subscriber);
        subscriber.subscription().request(10);

        subscriber.subscription().cancel();

        assertThat(requests.get(0)).isCancelled();
        assertThat(subscriber.signals).containsExactly("subscribed");
    }

    @Test
    void rule306DemandAfterCancellationDoesNothing() {
        publisher.subscribe(subscriber);
        subscriber.subscription().cancel();

        subscriber.subscription().request(1);
        subscriber.subscription().request(-1);
        subscriber.subscription().cancel();

        assertThat(requests).isEmpty();
        assertThat(subscriber.signals).containsExactly("subscribed");
    }

    @Test
    void cancellationFromWithinASignalTakesEffectAtOnce() {
        RecordingSubscriber cancelling = new RecordingSubscriber() {
            @Override
            public void onNext(String row) {
                super.onNext(row);
                subscription().cancel();
            }
        };
        publisher.subscribe(cancelling);
        cancelling.subscription().request(10);

        respond(0, Page.of(List.of("a", "b"), "2"));

        assertThat(cancelling.signals).containsExactly("subscribed", "a");
        assertThat(requests).hasSize(1);
    }

    @Test
    void rule309InvalidDemandIsAnError() {
        for (long invalid : new long[] {0, -1, Long.MIN_VALUE}) {
            RecordingSubscriber failed = new RecordingSubscriber();
            publisher.subscribe(failed);

            failed.subscription().request(invalid);

            assertThat(failed.signals).containsExactly("subscribed", "IllegalArgumentException");
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void rule317DemandIsUnboundedFromTheLargestNumberOn() {
        publisher.subscribe(subscriber);
        subscriber.subscription().request(Long.MAX_VALUE);
        subscriber.subscription().request(Long.MAX_VALUE);

        respond(0, Page.of(List.of("a", "b"), "2"));
        respond(1, Page.of(List.of("c")));

        assertThat(subscriber.signals).containsExactly("subscribed", "a", "b", "c", "complete");
    }

    @Test
    void rule313ReleasesTheSubscriberAfterCancellation() {
        publisher.subscribe(subscriber);
        subscriber.subscription().request(1);

        subscriber.subscription().cancel();

        assertThat(subscriber.subscription()).hasFieldOrPropertyWithValue("subscriber", null);
    }
}
