package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.license.LicenseService;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application's start waits for no HTTP library, TLS or JSON: their classes are loaded at the first call. */
class StartUpTest {
    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit"})
    void theHttpLibraryIsLoadedAtTheFirstCall(String transport) throws Exception {
        try (Loader loader = new Loader()) {
            inside(loader, new Start(transport));

            assertThat(List.of(
                            "feign.Feign",
                            "retrofit2.Retrofit",
                            "okhttp3.Dispatcher",
                            "tools.jackson.databind.ObjectMapper"))
                    .noneMatch(loader::has);
            assertThat(loader.has("com.devpayr.guard.LicenseGuard")).isTrue();
        }
    }

    /** Runs the class of the same name that the loader loads. */
    private static void inside(ClassLoader loader, Start start) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> twin = loader.loadClass(Start.class.getName());
            ((Callable<?>) twin.getConstructor(String.class).newInstance(start.transport())).call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** An application with both keys that injects ports and calls none. */
    public record Start(String transport) implements Callable<Boolean> {
        @Override
        public Boolean call() {
            Contexts.backend()
                    .withPropertyValues(
                            "devpayr.transport=" + transport,
                            "devpayr.license-key=a-license",
                            "devpayr.guard.startup=off",
                            "devpayr.guard.lease.store=memory")
                    .run(context -> assertThat(context)
                            .hasNotFailed()
                            .hasSingleBean(DevPayr.class)
                            .hasSingleBean(LicenseService.class));
            return true;
        }
    }

    /** The class path anew, by a loader that tells what has been loaded. */
    private static final class Loader extends URLClassLoader {
        Loader() throws IOException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws IOException {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        boolean has(String type) {
            return findLoadedClass(type) != null;
        }
    }
}
