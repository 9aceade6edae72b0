package com.devpayr.it;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.license.LicenseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A licensed application that also manages licenses. */
@SpringBootApplication
@RestController
public class Application {
    private final LicenseGuard guard;
    private final LicenseService licenses;

    Application(LicenseGuard guard, LicenseService licenses) {
        this.guard = guard;
        this.licenses = licenses;
    }

    @GetMapping("/")
    String home() {
        return guard.current().message();
    }

    @GetMapping("/licenses/{project}/{license}")
    String license(@PathVariable long project, @PathVariable long license) {
        return licenses.get(project, license).title();
    }
}
