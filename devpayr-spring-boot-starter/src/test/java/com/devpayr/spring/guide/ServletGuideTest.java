package com.devpayr.spring.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The listing of docs/migration.md about plain servlets. */
class ServletGuideTest {
    @SuppressWarnings("serial") // filters are not serialized
    // <servlet>
    static final class LicenseFilter extends HttpFilter {
        private final LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .exclude("/health")
                .exclude("/css/**")
                .build();
        private final LicenseGuard guard;

        LicenseFilter(LicenseGuard guard) {
            this.guard = guard; // started and closed with the application
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            EnforcementResponse denial = enforcer.evaluate(
                    guard,
                    guard.check(),
                    EnforcementRequest.of(request.getMethod(), request.getContextPath(), path, request::getHeader));
            if (denial == null) {
                chain.doFilter(request, response);
                return;
            }
            response.setStatus(denial.status());
            denial.headers().forEach(response::setHeader);
            response.getOutputStream().write(denial.body().getBytes(UTF_8));
        }
    }
    // </servlet>

    private static int statusOf(LicenseFilter filter, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/shop" + path);
        request.setContextPath("/shop");
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @Test
    void aFilterEnforcesTheLicense() throws Exception {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeLicense license = fake.project("Acme").paid().license("Pro");
        DevPayrConfig config = DevPayrConfig.builder()
                .licenseKey(license.key().reveal())
                .domain("shop.example.com")
                .build();
        try (LicenseGuard guard = LicenseGuard.builder(fake.connect(config))
                .application("acme")
                .leaseStore(LeaseStore.memory())
                .build()) {
            LicenseFilter filter = new LicenseFilter(guard);
            assertThat(statusOf(filter, "/")).isEqualTo(200);

            license.revoked();
            guard.refresh().join();

            assertThat(statusOf(filter, "/")).isEqualTo(402);
            assertThat(statusOf(filter, "/health")).isEqualTo(200);
        }
    }
}
