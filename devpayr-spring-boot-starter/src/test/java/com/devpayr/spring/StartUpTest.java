package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.license.LicenseService;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP, TLS and JSON libraries are loaded at the first call, not at application startup. */
class StartUpTest {
    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit"})
    void loadsTheHttpLibraryAtTheFirstCall(String transport) throws Exception {
        try (IsolatedClassLoader loader = IsolatedClassLoader.complete()) {
            loader.run(Start.class, transport);

            assertThat(List.of(
                            "feign.Feign",
                            "retrofit2.Retrofit",
                            "okhttp3.Dispatcher",
                            "tools.jackson.core.json.JsonFactory"))
                    .noneMatch(loader::hasLoaded);
            assertThat(loader.hasLoaded("com.devpayr.guard.LicenseGuard")).isTrue();
        }
    }

    /** An application with both keys that makes no call. */
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
}
