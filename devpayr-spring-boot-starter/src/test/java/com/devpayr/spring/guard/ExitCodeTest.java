package com.devpayr.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exit status of a process, which systemd, Docker and Kubernetes act upon. */
class ExitCodeTest {
    @Test
    void aDeniedApplicationThatMustNotStartExitsWithAFailure() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Denied.class.getName(),
                        "--spring.main.web-application-type=none",
                        "--spring.main.banner-mode=off",
                        "--spring.docker.compose.enabled=false",
                        "--devpayr.transport=in-memory",
                        "--devpayr.guard.lease.store=memory",
                        "--devpayr.guard.startup=fail")
                .redirectErrorStream(true)
                .start();
        // reading its output cannot be interrupted, but ends with the process
        CompletableFuture.delayedExecutor(100, TimeUnit.SECONDS).execute(process::destroyForcibly);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(1);
        assertThat(output).contains("APPLICATION FAILED TO START", "The application is not licensed");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Denied {
        public static void main(String[] arguments) {
            SpringApplication.run(Denied.class, arguments);
        }

        @Bean
        FakeLicense license(InMemoryDevPayr fake) {
            FakeProject project = fake.project("Acme").paid();
            return project.license("Revoked").revoked();
        }
    }
}
