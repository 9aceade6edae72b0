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
 * One thread that calls, and knows what may become of a call while DevPayr is in trouble: the right answer, or an
 * exception that says so. In a project of its own, so that it can put right what a lost create left.
 */
final class Worker {
    private static final long LONGEST_SECONDS = 60;
    private static final int SWEEP = 20;

    private final AsyncDevPayr devpayr;
    private final LicenseGuard guard;
    private final Tally tally;
    private final Random random;
    private final long project;
    private final long license;
    private long round;

    Worker(AsyncDevPayr devpayr, LicenseGuard guard, Tally tally, long seed, long project, long license) {
        this.devpayr = devpayr;
        this.guard = guard;
        this.tally = tally;
        this.random = new Random(seed);
        this.project = project;
        this.license = license;
    }

    void work(CountDownLatch over) throws InterruptedException {
        while (!over.await(random.nextInt(20), TimeUnit.MILLISECONDS)) {
            round++;
            if (round % SWEEP == 0) {
                sweep();
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
                tally.wrong("a licensed copy was told that it has not been paid for");
            }
        });
    }

    private void update() throws InterruptedException {
        LicenseUpdate update = LicenseUpdate.builder().title("Pro").build();
        call("update", () -> devpayr.licenses().update(project, license, update), updated -> {
            if (updated.id() != license) {
                tally.wrong("an update answered with another license");
            }
        });
    }

    private void create() throws InterruptedException {
        LicenseDraft draft = LicenseDraft.builder("Copy " + round).build();
        License created = call("create", () -> devpayr.licenses().create(project, draft), made -> {});
        if (created != null) {
            delete(created);
        }
    }

    private void delete(License created) throws InterruptedException {
        call("delete", () -> devpayr.licenses().delete(project, created.id()), nothing -> {});
    }

    /** Deletes what creates and deletes without an answer may have left. */
    private void sweep() throws InterruptedException {
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
        Verdict verdict = random.nextInt(10) == 0 ? call("guard", guard::refresh, answer -> {}) : guard.current();
        if (verdict != null) {
            tally.verdict();
            if (!(verdict instanceof Verdict.Allowed)) {
                tally.wrong("the guard says " + verdict);
            }
        }
    }

    private <T> T call(String name, Supplier<CompletableFuture<T>> call, Consumer<T> check)
            throws InterruptedException {
        tally.started();
        try {
            T answer = call.get().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            tally.answered();
            check.accept(answer);
            return answer;
        } catch (ExecutionException failed) {
            fail(name, failed.getCause());
        } catch (TimeoutException lost) {
            tally.wrong(name + " was lost");
        }
        return null;
    }

    private void fail(String name, Throwable failure) {
        tally.failed(failure.getClass().getSimpleName()
                + (failure instanceof TransportException transport ? " " + transport.kind() : ""));
        boolean isHonest = failure instanceof TransportException
                || failure instanceof ServerException
                || failure instanceof RateLimitedException
                || (failure instanceof OutcomeUnknownException && name.equals("create"));
        if (!isHonest) {
            tally.wrong(name + " failed with " + failure);
        }
    }
}
