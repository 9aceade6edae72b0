package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the monitor measures what blocks an event loop. */
@Timeout(60)
class EventLoopMonitorTest {
    private static final int MILLIS = 50;

    /** The ways to block a thread for {@value #MILLIS} ms or more. */
    enum Block {
        SLEEP {
            @Override
            void run() throws Exception {
                Thread.sleep(MILLIS); // what is measured, not a wait for an event
            }
        },
        PARK {
            @Override
            void run() {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS));
            }
        },
        JOIN {
            @Override
            void run() throws Exception {
                Thread thread = new Thread(whileThisThreadIs(Thread.State.WAITING));
                thread.start();
                thread.join();
            }
        },
        FUTURE {
            @Override
            void run() {
                CompletableFuture.runAsync(whileThisThreadIs(Thread.State.WAITING))
                        .join();
            }
        },
        MONITOR {
            @Override
            void run() throws Exception {
                Object lock = lockOfAnotherThread();
                synchronized (lock) {
                    assertThat(Thread.holdsLock(lock)).isTrue();
                }
            }
        };

        abstract void run() throws Exception;
    }

    /** Returns a lock that another thread holds until the current thread has waited for it for {@value #MILLIS} ms. */
    private static Object lockOfAnotherThread() throws InterruptedException {
        Object lock = new Object();
        CountDownLatch held = new CountDownLatch(1);
        Runnable hold = whileThisThreadIs(Thread.State.BLOCKED);
        new Thread(() -> {
                    synchronized (lock) {
                        held.countDown();
                        hold.run();
                    }
                })
                .start();
        held.await();
        return lock;
    }

    /** Returns a task for another thread that ends when the current thread has been in a state for {@value #MILLIS} ms. */
    private static Runnable whileThisThreadIs(Thread.State state) {
        Thread waiting = Thread.currentThread();
        return () -> {
            while (waiting.getState() != state) {
                Thread.onSpinWait();
            }
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void measuresTheTimeThatATaskIsBlocked(Block block) throws Exception {
        try (EventLoopMonitor monitor = new EventLoopMonitor()) {
            block.run();

            assertThat(monitor.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(MILLIS - 10));
        }
    }

    @Test
    void doesNotCountTheTimeInTheSelector() throws IOException {
        try (EventLoopMonitor monitor = new EventLoopMonitor();
                Selector selector = Selector.open()) {
            selector.select(MILLIS);

            assertThat(monitor.waited()).isZero();
        }
    }

    @Test
    void doesNotCountTheLocksOfClassLoading() throws Exception {
        Object lock = lockOfAnotherThread();

        assertThat(waitedInClassLoader(() -> {
                    synchronized (lock) {
                        assertThat(Thread.holdsLock(lock)).isTrue();
                    }
                }))
                .isZero();
    }

    @Test
    void countsOtherWaitsInClassLoading() throws Exception {
        assertThat(waitedInClassLoader(() -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS))))
                .isGreaterThanOrEqualTo(Duration.ofMillis(MILLIS - 10));
    }

    /** Returns what the monitor measures while a class loader, which searches a class, runs a task. */
    private static Duration waitedInClassLoader(Runnable task) throws IOException {
        AtomicInteger searched = new AtomicInteger();
        URLStreamHandler handler = new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                searched.incrementAndGet();
                task.run();
                throw new FileNotFoundException(url.toString());
            }
        };
        try (EventLoopMonitor monitor = new EventLoopMonitor();
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {new URL("test", "localhost", -1, "/", handler)})) {
            assertThat(loader.findResource("Missing.class")).isNull();

            assertThat(searched).hasValue(1);
            return monitor.waited();
        }
    }
}
