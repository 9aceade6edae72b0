package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.write;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.error.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other threads and processes that change the same root at the same time. */
class RaceConditionTest {
    private final Path around;

    RaceConditionTest(@TempDir Path around) {
        this.around = around;
    }

    private TestDirectory outside() {
        return new TestDirectory(around).put("outside/sub/b.txt", "secret").put("outside/b.txt", "secret");
    }

    /** Between any two calls, a parent directory is replaced by a link that leads out of the root. */
    @Tag("exhaustive")
    @Test
    void doesNotFollowALinkCreatedBetweenCheckAndUse() throws IOException {
        outside();
        Map<String, String> untouched = new TestDirectory(around.resolve("outside")).tree();
        for (String victim : List.of("sub", "new", ".devpayr")) {
            int calls = Integer.MAX_VALUE;
            for (int chosen = 1; chosen <= calls; chosen++) {
                Path root = around.resolve("root-" + victim + chosen);
                TestDirectory disk = new TestDirectory(root).put("sub/b.txt", "b");
                AtomicInteger count = new AtomicInteger();
                int swapAt = chosen;
                FileProcessor files = new FileProcessor(
                        root,
                        path -> spied(Directory.openRoot(path), () -> {
                            if (count.incrementAndGet() == swapAt) {
                                swap(disk.path(victim));
                            }
                        }));

                attempt(files);

                assertThat(new TestDirectory(around.resolve("outside")).tree())
                        .as("%s swapped before call %d", victim, chosen)
                        .isEqualTo(untouched);
                calls = count.get();
            }
            assertThat(calls).isGreaterThan(50);
        }
    }

    private static void attempt(FileProcessor files) {
        try {
            files.process(List.of(
                    write("a", "sub/b.txt", "ours"),
                    append("b", "sub/c.txt", "ours"),
                    write("c", "new/d.txt", "ours"),
                    write("d", "sub/deep/e.txt", "ours")));
            files.revert();
        } catch (ConfigurationException rejected) {
            return;
        }
    }

    private void swap(Path victim) {
        try {
            if (Files.exists(victim)) {
                Files.move(victim, victim.resolveSibling("aside"));
            }
            Files.createSymbolicLink(victim, around.resolve("outside"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Directory spied(Directory real, Runnable before) {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, new Spy(real, before));
    }

    /** Runs an action before each call. Skips forcing data to the disk, which takes time and has no effect here. */
    private record Spy(Directory real, Runnable before) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            before.run();
            if (method.getName().equals("sync")) {
                return null;
            }
            Object[] plain = arguments == null ? new Object[0] : arguments.clone();
            for (int i = 0; i < plain.length; i++) {
                plain[i] = plain[i] instanceof Proxy spied ? ((Spy) Proxy.getInvocationHandler(spied)).real : plain[i];
            }
            try {
                Object result = method.invoke(real, plain);
                if (result instanceof Directory.NewFile draft) {
                    return new UnsyncedFile(draft);
                }
                return result instanceof Directory directory ? spied(directory, before) : result;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }
    }

    private record UnsyncedFile(Directory.NewFile real) implements Directory.NewFile {
        @Override
        public void write(byte[] content) throws IOException {
            real.write(content);
        }

        @Override
        public void sync() {}

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    @Test
    void keepsAnEditByAnotherProgramDuringTheRun(@TempDir Path root) {
        TestDirectory disk = new TestDirectory(root).put("a.txt", "one").put("b.txt", "two");
        FileProcessor files = new FileProcessor(
                root,
                path -> spied(Directory.openRoot(path), () -> {
                    if (disk.get("a.txt").equals("ours") && disk.get("b.txt").equals("two")) {
                        disk.put("b.txt", "edited");
                    }
                }));
        List<DecryptedInjectable> injectables = List.of(write("a", "a.txt", "ours"), write("b", "b.txt", "ours"));

        assertThat(files.process(injectables).outcomes())
                .filteredOn(outcome -> outcome.status() == InjectableOutcome.Status.REJECTED)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.slug()).isEqualTo("b");
                    assertThat(outcome.reason()).isEqualTo("another program has changed the target during the run");
                });
        assertThat(disk.get("b.txt")).isEqualTo("edited");

        files.process(injectables).requireNoneRejected();
        assertThat(disk.get("b.txt")).isEqualTo("ours");
        files.revert();
        assertThat(disk.get("b.txt")).isEqualTo("edited");
    }

    @Test
    void rejectsASecondRunInTheSameProcess(@TempDir Path root) {
        FileProcessor inner = FileProcessor.rootedAt(root);
        FileProcessor outer = new FileProcessor(root, path -> {
            assertThatThrownBy(() -> inner.process(List.of(write("a", "a.txt", "x"))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("another thread");
            return Directory.openRoot(path);
        });

        outer.process(List.of(write("b", "b.txt", "x"))).requireNoneRejected();

        assertThat(new TestDirectory(root).files()).containsOnlyKeys("", "b.txt");
        inner.process(List.of(write("a", "a.txt", "x"))).requireNoneRejected();
    }

    @Test
    void rejectsARunWhileTheJournalIsLocked(@TempDir Path root) throws Exception {
        FileProcessor files = FileProcessor.rootedAt(root);
        files.process(List.of(write("a", "a.txt", "x")));
        Map<String, String> before = new TestDirectory(root).tree();
        try (Directory directory = Directory.openRoot(root);
                Journal journal = requireNonNull(Journal.find(directory))) {
            Closeable lock = journal.lock();
            try {
                assertThatThrownBy(files::revert)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("another process");
            } finally {
                lock.close();
            }
        }
        assertThat(new TestDirectory(root).tree()).isEqualTo(before);
    }

    @Test
    void rejectsALockOnADeletedJournal(@TempDir Path root) throws Exception {
        FileProcessor files = FileProcessor.rootedAt(root);
        files.process(List.of(write("a", "a.txt", "x")));
        try (Directory directory = Directory.openRoot(root);
                Journal waiting = requireNonNull(Journal.find(directory))) {
            assumeTrue(directory instanceof SecureDirectory, "this system cannot hold directories open");
            files.revert();

            assertThatThrownBy(waiting::lock).isInstanceOfAny(JournalException.class, IOException.class);
        }
    }
}
