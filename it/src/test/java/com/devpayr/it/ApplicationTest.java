package com.devpayr.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application of each module as its users do, with the versions that their build selects. */
class ApplicationTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject project = fake.project("Shop").paid();
    private final FakeLicense license = project.license("Pro");
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--devpayr.base-url=" + emulator.baseUrl(),
                "--devpayr.domain=shop.example.com",
                "--devpayr.api-key=" + fake.createGlobalKey().reveal(),
                "--devpayr.license-key=" + license.key().reveal(),
                "--devpayr.enforcement.mode=page",
                "--devpayr.guard.lease.store=memory");
    }

    @AfterEach
    void stop() {
        application.close();
        emulator.close();
    }

    @Test
    void servesRequestsUntilTheLicenseIsRevoked() throws Exception {
        application.getBean(LicenseGuard.class).refresh().join();
        HttpResponse<String> home = get("/");
        assertThat(home.body()).isEqualTo("This application is licensed.");
        assertThat(home.statusCode()).isEqualTo(200);

        HttpResponse<String> read = get("/licenses/" + project.id() + "/" + license.id());
        assertThat(read.body()).isEqualTo("Pro");

        license.revoked();
        application.getBean(LicenseGuard.class).refresh().join();
        HttpResponse<String> denied = get("/");
        assertThat(denied.statusCode()).isEqualTo(402);
        assertThat(denied.body()).contains("revoked");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
