package com.example.shop;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.injectables.ApplyReport;
import com.devpayr.injectables.FileProcessor;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.project.ProjectDraft;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Issues a license over two transports and applies injectables, on the module path. */
public final class Shop {
    private Shop() {}

    public static void main(String[] arguments) {
        issue(FeignDevPayr::create);
        issue(RetrofitDevPayr::create);
        applyInjectables();
    }

    private static void applyInjectables() {
        ApplyReport report = FileProcessor.rootedAt(Path.of(".")).withDryRun(true).process(List.of());
        System.out.println(FileProcessor.class.getModule() + ": rejected " + report.rejected());
    }

    private static void issue(Function<DevPayrConfig, DevPayr> transport) {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(platform)) {
            DevPayrConfig config = DevPayrConfig.builder()
                    .baseUrl(emulator.baseUrl())
                    .apiKey(platform::createGlobalKey)
                    .domain("shop.example.com")
                    .build();
            try (DevPayr devpayr = transport.apply(config)) {
                long project = devpayr.projects().create(ProjectDraft.builder("Acme").build()).id();
                License license = devpayr.licenses().create(project, LicenseDraft.builder("Jane").build());
                System.out.println(Shop.class.getModule() + ": " + license.title() + " is " + license.status());
            }
        }
    }
}
