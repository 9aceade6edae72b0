package com.devpayr.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.LicenseGuardCustomizer;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.browser.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page for a denied license in a real browser. Screenshots are stored in {@code target/screenshots}. */
class BrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String HOSTILE =
            "Call <b>Acme</b>. <script>document.title='broken in'</script><img src=x onerror=\"document.title='in'\">";
    private static final double READABLE = 4.5;

    /** Computes the contrast ratio as defined by the Web Content Accessibility Guidelines. */
    private static final String CONTRAST = """
            (selector => {
              const light = color => {
                const [r, g, b] = color.match(/[0-9.]+/g).map(part => part / 255)
                  .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const text = light(getComputedStyle(document.querySelector(selector)).color);
              const ground = light(getComputedStyle(document.querySelector('main')).backgroundColor);
              return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
            })('%s')""";

    private static Chromium chromium;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() throws Exception {
        Path program = Chromium.installed().orElse(null);
        assumeTrue(program != null, "there is no Chromium on this machine (Debian: apt-get install chromium)");
        Files.createDirectories(SCREENSHOTS);
        chromium = new Chromium(program, Files.createTempDirectory(Path.of("target"), "chromium-"));
        application = new SpringApplicationBuilder(Refused.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "server.port=0",
                        "devpayr.transport=in-memory",
                        "devpayr.guard.lease.store=memory",
                        "devpayr.guard.startup=off",
                        "devpayr.enforcement.mode=page")
                .run();
        application.getBean(FakeLicense.class).revoked();
        application.getBean(LicenseGuard.class).refresh().join();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
        if (chromium != null) {
            chromium.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({"360,light", "360,dark", "1440,light", "1440,dark"})
    void theDefaultPageIsReadableAndRunsNoScripts(int width, String scheme) throws Exception {
        chromium.resize(width, 800);
        chromium.prefer(scheme);
        open("/shop");

        assertThat(number("performance.getEntriesByType('navigation')[0].responseStatus"))
                .isEqualTo(402);
        assertThat(chromium.text("document.title")).isEqualTo("This software is not licensed");
        assertThat(chromium.text("document.querySelector('main p').textContent"))
                .isEqualTo(HOSTILE);
        assertThat(number("document.querySelectorAll('script, img, b').length")).isZero();
        assertThat(number("document.querySelectorAll('html[lang=en] main h1').length"))
                .isEqualTo(1);
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        for (String text : new String[] {"h1", "p", "p:last-child"}) {
            assertThat(number(CONTRAST.formatted(text))).isGreaterThan(READABLE);
        }
        assertThat(chromium.text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(scheme.equals("dark") ? "rgb(22, 22, 21)" : "rgb(246, 246, 244)");
        Files.write(SCREENSHOTS.resolve("license-" + width + "-" + scheme + ".png"), chromium.screenshot());
    }

    private static void open(String path) throws Exception {
        String url = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port") + path;
        chromium.open("about:blank");
        chromium.await("location.href === 'about:blank'");
        chromium.open(url);
        chromium.await("location.href === '" + url + "' && document.readyState === 'complete'");
    }

    private static double number(String expression) throws Exception {
        return chromium.evaluate(expression).asDouble();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Refused {
        @Bean
        LicenseGuardCustomizer words() {
            return guard -> guard.messageFormatter(verdict -> HOSTILE);
        }
    }
}
