package com.devpayr.resilience4j.soak;

import com.devpayr.AsyncDevPayr;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A thread that makes calls and checks each result while DevPayr is disturbed: the correct response, or an exception
 * that reports the failure. Works in its own project, so that it can clean up after creates with an unknown outcome.
 */
final class Worker {
    private static final long MAX_SECONDS = 60;
    private static final int ROUNDS_PER_CLEANUP = 20;

    private final AsyncDevPayr devpayr;
    private final LicenseGuard guard;
    private final CallStatistics statistics;
    private final Random random;
    private final long project;
    private final long license;
    private long round;

    Worker(AsyncDevPayr devpayr, LicenseGuard guard, CallStatistics statistics, long seed, long project, long license) {
        this.devpayr = devpayr;
        this.guard = guard;
        this.statistics = statistics;
        this.random = new Random(seed);
        this.project = project;
        this.license = license;
    }

    void work(CountDownLatch over) throws InterruptedException {
        while (!over.await(random.nextInt(20), TimeUnit.MILLISECONDS)) {
            round++;
            if (round % ROUNDS_PER_CLEANUP == 0) {
                cleanUp();
            } else {
                switch (random.nextInt(4)) {
                    case 0 -> check();
                    case 1 -> update();
                    case 2 -> create();
                    default -> guard();
                }
            }
        }
    }

    private void check() throws InterruptedException {
        call("check", () -> devpayr.runtime().checkPayment(PaymentQuery.ofProject()), status -> {
            if (!status.hasPaid()) {
                statistics.violation("a paid project was reported as not paid");
            }
        });
    }

    private void update() throws InterruptedException {
        LicenseUpdate update = LicenseUpdate.builder().title("Pro").build();
        call("update", () -> devpayr.licenses().update(project, license, update), updated -> {
            if (updated.id() != license) {
                statistics.violation("an update returned another license");
            }
        });
    }

    private void create() throws InterruptedException {
        LicenseDraft draft = LicenseDraft.builder("License " + round).build();
        License created = call("create", () -> devpayr.licenses().create(project, draft), row -> {});
        if (created != null) {
            delete(created);
        }
    }

    private void delete(License created) throws InterruptedException {
        call("delete", () -> devpayr.licenses().delete(project, created.id()), nothing -> {});
    }

    /** Deletes licenses that may be left from creates and deletes without a response. */
    private void cleanUp() throws InterruptedException {
        var page = call("list", () -> devpayr.licenses().list(project, PageRequest.first()), rows -> {});
        if (page != null) {
            for (License left : page.items()) {
                if (left.id() != license) {
                    delete(left);
                }
            }
        }
    }

    private void guard() throws InterruptedException {
        Verdict verdict = random.nextInt(10) == 0 ? call("guard", guard::refresh, result -> {}) : guard.current();
        if (verdict != null) {
            statistics.verdict();
            if (!(verdict instanceof Verdict.Allowed)) {
                statistics.violation("the guard returned " + verdict);
            }
        }
    }

    private <T> T call(String name, Supplier<CompletableFuture<T>> call, Consumer<T> check)
            throws InterruptedException {
        statistics.started();
        try {
            T result = call.get().get(MAX_SECONDS, TimeUnit.SECONDS);
            statistics.succeeded();
            check.accept(result);
            return result;
        } catch (ExecutionException failed) {
            fail(name, failed.getCause());
        } catch (TimeoutException lost) {
            statistics.violation(name + " was lost");
        }
        return null;
    }

    private void fail(String name, Throwable failure) {
        statistics.failed(failure.getClass().getSimpleName()
                + (failure instanceof TransportException transport ? " " + transport.kind() : ""));
        boolean isExpected = failure instanceof TransportException
                || failure instanceof ServerException
                || failure instanceof RateLimitedException
                || (failure instanceof OutcomeUnknownException && name.equals("create"));
        if (!isExpected) {
            statistics.violation(name + " failed with " + failure);
        }
    }
}
