package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ForbiddenException;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.Project;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.testkit.InMemoryDevPayr;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    private static final String SHOP = "shop.example.com";

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final List<String> lines = DemoData.addTo(platform);
    private final DevPayr backend = platform.connect(DevPayrConfig.builder()
            .apiKey(() -> ApiKey.of(key("all projects")))
            .domain(SHOP)
            .build());

    @Test
    void hasLicensesInEachState() {
        Project shop = backend.projects().list(PageRequest.first()).items().get(0);

        assertThat(shop.name()).isEqualTo("Acme Shop");
        assertThat(backend.licenses().list(shop.id(), PageRequest.first()).items())
                .extracting(License::status)
                .contains(LicenseStatus.ACTIVE, LicenseStatus.EXPIRED, LicenseStatus.REVOKED);
        assertThat(backend.domains().list(shop.id(), PageRequest.first()).items())
                .hasSize(4);
        assertThat(backend.injectables().list(shop.id(), PageRequest.first()).items())
                .hasSize(3);
    }

    @Test
    void printedLicenseKeysBehaveAsDescribed() {
        assertThat(isPaid("active, project paid", SHOP)).isTrue();
        assertThat(isPaid("on shop.example.com only", SHOP)).isTrue();
        assertThat(isPaid("*.test only", "localhost")).isTrue();
        assertThat(isPaid("project not paid", SHOP)).isFalse();
        for (String refused : List.of("  expired", "  revoked", "project locked")) {
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> isPaid(refused, SHOP));
        }
    }

    @Test
    void readOnlyKeyCannotChangeAnything() {
        DevPayr reader = platform.connect(DevPayrConfig.builder()
                .apiKey(() -> ApiKey.of(key("read only")))
                .domain(SHOP)
                .build());

        assertThat(reader.projects().list(PageRequest.first()).items()).hasSize(1);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> reader.licenses().revoke(1, 1));
    }

    private boolean isPaid(String meaning, String domain) {
        return platform.connect(DevPayrConfig.builder()
                        .licenseKey(() -> LicenseKey.of(key(meaning)))
                        .domain(domain)
                        .build())
                .runtime()
                .checkPayment(PaymentQuery.ofProject())
                .hasPaid();
    }

    /** Returns the key in the line with a meaning. */
    private String key(String meaning) {
        return lines.stream()
                .filter(line -> line.contains(meaning))
                .findFirst()
                .orElseThrow()
                .split(" {2,}", -1)[1];
    }
}
