package com.devpayr.it;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.LeaseStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A licensed application that also manages licenses, without the starter. */
@SpringBootApplication
@RestController
public class Application {
    private final LicenseGuard guard;
    private final DevPayr devpayr;

    Application(LicenseGuard guard, DevPayr devpayr) {
        this.guard = guard;
        this.devpayr = devpayr;
    }

    @GetMapping("/")
    String home() {
        guard.requireLicensed();
        return guard.current().message();
    }

    @GetMapping("/licenses/{project}/{license}")
    String license(@PathVariable long project, @PathVariable long license) {
        return devpayr.licenses().get(project, license).title();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
    String denied(LicenseDeniedException denied) {
        return denied.getMessage();
    }

    /** The client and the guard, which Spring closes with the application. */
    @Configuration
    static class DevPayrConfiguration {
        // <beans>
        @Bean
        DevPayr devpayr(DevPayrConfig config) {
            return FeignDevPayr.create(config);
        }

        @Bean(initMethod = "start")
        LicenseGuard guard(DevPayr devpayr) {
            return LicenseGuard.builder(devpayr)
                    .application("acme-photos")
                    .leaseStore(LeaseStore.memory())
                    .build();
        }
        // </beans>

        @Bean
        DevPayrConfig config(
                @Value("${devpayr.base-url}") String baseUrl,
                @Value("${devpayr.domain}") String domain,
                @Value("${devpayr.api-key}") String apiKey,
                @Value("${devpayr.license-key}") String licenseKey) {
            return DevPayrConfig.builder()
                    .baseUrl(baseUrl)
                    .domain(domain)
                    .apiKey(apiKey)
                    .licenseKey(licenseKey)
                    .build();
        }
    }
}
