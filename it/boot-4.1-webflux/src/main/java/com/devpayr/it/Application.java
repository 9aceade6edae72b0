package com.devpayr.it;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.License;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A licensed application that also manages licenses. */
@SpringBootApplication
@RestController
public class Application {
    private final LicenseGuard guard;
    private final AsyncLicenseService licenses;

    Application(LicenseGuard guard, AsyncLicenseService licenses) {
        this.guard = guard;
        this.licenses = licenses;
    }

    @GetMapping("/")
    Mono<String> home() {
        return Mono.just(guard.current().message());
    }

    @GetMapping("/licenses/{project}/{license}")
    Mono<String> license(@PathVariable long project, @PathVariable long license) {
        return Mono.fromFuture(() -> licenses.get(project, license)).map(License::title);
    }
}
