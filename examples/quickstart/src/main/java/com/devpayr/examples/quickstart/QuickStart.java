package com.devpayr.examples.quickstart;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The life cycle of a license: a backend creates it, an application checks it, also during an outage, and the backend revokes
 * it. Uses HTTP with an emulator in the same process.
 */
public final class QuickStart {
    private static final String HOST = "photos.example.com";
    private static final Secret SECRET = Secret.of("the vendor's secret");

    private QuickStart() {}

    /** Runs the example and prints each step to standard output. */
    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(platform);
                ToggleableEmulator network = new ToggleableEmulator(platform);
                DevPayr devpayr = RetrofitDevPayr.create(backendConfig(emulator, platform.createGlobalKey()))) {
            out.printf("%nDevPayr emulator at %s%n", emulator.baseUrl());

            out.printf("%nBackend of the vendor, with an API key%n");
            Backend backend = new Backend(devpayr, out);
            Project project = backend.createProject("Acme Photos");
            License license = backend.issueLicense(project, "Jane Doe", backend.assignDomain(project, HOST));
            backend.upload(project, SECRET, "Welcome back, Jane!");

            DevPayrConfig config = applicationConfig(network, license);
            try (DevPayr runtime = RetrofitDevPayr.create(config);
                    LicensedApplication application =
                            new LicensedApplication(runtime, config, platform.clock(), SECRET, out)) {
                out.printf("%nLicensed application on %s, with a license key%n", HOST);
                application.checkLicense();
                backend.markPaid(project);
                application.checkLicense();
                application.readInjectables();

                network.stop();
                platform.clock().advance(Duration.ofHours(2));
                out.printf("%nThe connection is down; two hours later%n");
                application.checkLicense();

                network.start();
                out.printf("%nThe connection is restored%n");
                application.checkLicense();
                backend.revokeLicense(project, license);
                application.checkLicense();

                network.stop();
                out.printf("%nThe connection is down again%n");
                application.checkLicense();
            }
            out.printf(
                    "%nDevPayr received %d requests.%n%n", platform.requests().size());
        }
    }

    private static DevPayrConfig backendConfig(DevPayrEmulator emulator, ApiKey key) {
        return DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .apiKey(() -> key)
                .domain("billing.acme.example")
                .build();
    }

    private static DevPayrConfig applicationConfig(ToggleableEmulator network, License license) {
        return DevPayrConfig.builder()
                .baseUrl(network.baseUrl())
                .licenseKey(license::key)
                .domain(HOST)
                .build();
    }
}
