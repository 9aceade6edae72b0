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
 * The whole story of a license: a backend issues it, a shipped copy runs with it, the backend takes it back. All of it
 * over HTTP, to an emulator of DevPayr in this process.
 */
public final class QuickStart {
    private static final String HOST = "photos.example.com";
    private static final Secret SECRET = Secret.of("a secret of the vendor's");

    private QuickStart() {}

    /** Tells the story on the standard output. */
    public static void main(String[] arguments) {
        tell(System.out);
    }

    static void tell(PrintStream out) {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(platform);
                DevPayr devpayr = asBackend(emulator, platform.globalKey())) {
            out.printf("%nDevPayr, emulated at %s%n", emulator.baseUrl());

            out.printf("%nThe vendor's backend, with its API key%n");
            Backend backend = new Backend(devpayr, out);
            Project project = backend.sell("Acme Photos");
            License license = backend.issueLicense(project, "Jane Doe", backend.assignDomain(project, HOST));
            backend.upload(project, SECRET, "Welcome back, Jane!");

            try (DevPayr runtime = asCopy(emulator, license)) {
                ShippedCopy copy = new ShippedCopy(runtime, SECRET, out);
                out.printf("%nThe shipped copy on %s, with its license key%n", HOST);
                copy.start();
                backend.receivePayment(project);
                copy.start();
                copy.readInjectables();

                platform.clock().advance(Duration.ofDays(30));
                out.printf("%nThirty days later%n");
                backend.chargeback(project, license);
                copy.start();
            }
            out.printf("%n%d requests reached DevPayr.%n%n", platform.requests().size());
        }
    }

    private static DevPayr asBackend(DevPayrEmulator emulator, ApiKey key) {
        return FeignDevPayr.create(DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .apiKey(() -> key)
                .domain("billing.acme.example")
                .build());
    }

    private static DevPayr asCopy(DevPayrEmulator emulator, License license) {
        return FeignDevPayr.create(DevPayrConfig.builder()
                .baseUrl(emulator.baseUrl())
                .licenseKey(license::key)
                .domain(HOST)
                .build());
    }
}
