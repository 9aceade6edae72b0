package com.devpayr.spring.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.spring.IsolatedClassLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The test annotations and service connections of the starter need libraries that an application does not have. */
class WithoutTestLibrariesTest {
    @Test
    void anApplicationStartsWithoutThem() throws Exception {
        try (IsolatedClassLoader loader = IsolatedClassLoader.without("spring-boot-test")) {
            loader.run(Start.class);

            assertThat(loader.hasLoaded("com.devpayr.DevPayr")).isTrue();
            assertThat(loader.hasLoaded("org.springframework.boot.test.context.SpringBootTest"))
                    .isFalse();
        }
    }

    /** Starts an application. */
    public record Start() implements Callable<Boolean> {
        @Override
        public Boolean call() {
            try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .properties(
                            "devpayr.transport=retrofit",
                            "devpayr.api-key=a-key",
                            "spring.docker.compose.enabled=false",
                            "logging.level.root=off")
                    .run()) {
                assertThat(application.getBeansOfType(DevPayr.class)).hasSize(1);
            }
            return true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
