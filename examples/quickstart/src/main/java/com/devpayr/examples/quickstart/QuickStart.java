package com.devpayr.examples.quickstart;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The whole story of a license: a backend issues it, a shipped copy runs with it and gets through an outage, the backend
 * takes it back. All of it over HTTP, to an emulator of DevPayr in this process.
 */
public final class QuickStart {
    private static final String HOST = "photos.example.com";
    private static final Secret SECRET = Secret.of("a secret of the vendor's");

    private QuickStart() {}

    /** Tells the story on the standard output. */
    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(platform);
                ToggleableEmulator cable = new ToggleableEmulator(platform);
                DevPayr devpayr = FeignDevPayr.create(backendConfig(emulator, platform.createGlobalKey()))) {
            out.printf("%nDevPayr, emulated at %s%n", emulator.baseUrl());

            out.printf("%nThe vendor's backend, with its API key%n");
            Backend backend = new Backend(devpayr, out);
            Project project = backend.createProject("Acme Photos");
            License license = backend.issueLicense(project, "Jane Doe", backend.assignDomain(project, HOST));
            backend.upload(project, SECRET, "Welcome back, Jane!");

            DevPayrConfig config = applicationConfig(cable, license);
            try (DevPayr runtime = FeignDevPayr.create(config);
                    LicensedApplication copy = new LicensedApplication(runtime, config, platform.clock(), SECRET, out)) {
                out.printf("%nThe shipped copy on %s, with its license key%n", HOST);
                copy.checkLicense();
                backend.markPaid(project);
                copy.checkLicense();
                copy.readInjectables();

                cable.cut();
                platform.clock().advance(Duration.ofHours(2));
                out.printf("%nThe copy's cable is cut; two hours later%n");
                copy.checkLicense();

                cable.mend();
                out.printf("%nThe cable is mended%n");
                copy.checkLicense();
                backend.revokeLicense(project, license);
                copy.checkLicense();

                cable.cut();
                out.printf("%nThe cable is cut again%n");
                copy.checkLicense();
            }
            out.printf("%n%d requests reached DevPayr.%n%n", platform.requests().size());
        }
    }

    private static DevPayrConfig backendConfig(DevPayrEmulator emulator, ApiKey key) {
        return DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .apiKey(() -> key)
                .domain("billing.acme.example")
                .build();
    }

    private static DevPayrConfig applicationConfig(ToggleableEmulator cable, License license) {
        return DevPayrConfig.builder()
                .baseUrl(cable.baseUrl())
                .licenseKey(license::key)
                .domain(HOST)
                .build();
    }
}
