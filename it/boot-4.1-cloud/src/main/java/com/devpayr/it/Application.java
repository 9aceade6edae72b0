package com.devpayr.it;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.license.LicenseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A licensed application that also manages licenses, and has a Feign client of its own. */
@SpringBootApplication
@EnableFeignClients(clients = Application.Welcome.class)
@RestController
public class Application {
    private final LicenseGuard guard;
    private final LicenseService licenses;
    private final Welcome welcome;

    Application(LicenseGuard guard, LicenseService licenses, Welcome welcome) {
        this.guard = guard;
        this.licenses = licenses;
        this.welcome = welcome;
    }

    /** The application's own client, which has nothing to do with DevPayr's. */
    @FeignClient(name = "welcome", url = "${devpayr.base-url}")
    interface Welcome {
        @GetMapping("/")
        String message();
    }

    @GetMapping("/")
    String home() {
        if (!welcome.message().contains("Welcome")) {
            throw new IllegalStateException("The client of Spring Cloud does not work.");
        }
        return guard.current().message();
    }

    @GetMapping("/licenses/{project}/{license}")
    String license(@PathVariable long project, @PathVariable long license) {
        return licenses.get(project, license).title();
    }
}
