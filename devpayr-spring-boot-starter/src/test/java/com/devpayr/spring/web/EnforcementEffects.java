package com.devpayr.spring.web;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.PropertyEffect;
import com.devpayr.testkit.FakeLicense;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/** The effects of the properties of enforcement. */
public final class EnforcementEffects {
    private static final String PAGE = "devpayr.enforcement.mode=page";

    private EnforcementEffects() {}

    /** Returns an effect of each property. */
    public static List<PropertyEffect> all(Path folder) throws IOException {
        Path template = Files.writeString(folder.resolve("page.html"), "<h1>Acme</h1>{{message}}");
        return List.of(
                status("devpayr.enforcement.mode", "page", 402, "/shop", "devpayr.enforcement.status=402"),
                status("devpayr.enforcement.status", "451", 451, "/shop", PAGE),
                status("devpayr.enforcement.include", "/shop/**", 200, "/blog", PAGE),
                status("devpayr.enforcement.exclude", "/blog/**", 200, "/blog/today", PAGE),
                status("devpayr.enforcement.exclude-defaults", "false", 402, "/css/site.css", PAGE),
                PropertyEffect.of(
                        "devpayr.enforcement.page",
                        "file:" + template,
                        "<h1>Acme</h1>",
                        application -> denied(application, "/shop")
                                .getContentAsString()
                                .substring(0, 13),
                        PAGE),
                PropertyEffect.of(
                        "devpayr.enforcement.redirect",
                        "https://acme.example.com/buy",
                        "https://acme.example.com/buy",
                        application ->
                                String.valueOf(denied(application, "/shop").getHeader("Location")),
                        "devpayr.enforcement.mode=redirect"),
                PropertyEffect.of(
                        "devpayr.enforcement.max-wait",
                        "1s",
                        Duration.ofSeconds(1),
                        application ->
                                application.getBean(LicenseEnforcer.class).maxWait(),
                        PAGE));
    }

    private static PropertyEffect status(String property, String value, int expected, String path, String other) {
        return PropertyEffect.of(
                property,
                value,
                expected,
                application -> denied(application, path).getStatus(),
                other);
    }

    private static MockHttpServletResponse denied(AssertableWebApplicationContext application, String path)
            throws Exception {
        application.getBean(FakeLicense.class).revoked();
        application.getBean(LicenseGuard.class).refresh().join();
        return ServletRequests.get(application, path, "text/html");
    }
}
