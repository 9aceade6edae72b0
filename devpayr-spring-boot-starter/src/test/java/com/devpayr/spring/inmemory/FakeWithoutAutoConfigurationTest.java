package com.devpayr.spring.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.license.LicenseService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

/** A test that enables no auto-configuration, as slices do. */
@SpringBootTest(
        classes = FakeWithoutAutoConfigurationTest.Empty.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "devpayr.guard.startup=off")
@AutoConfigureDevPayrFake
class FakeWithoutAutoConfigurationTest {
    @Test
    void importsDevPayrsAutoConfigurations(@Autowired LicenseGuard guard, @Autowired LicenseService licenses) {
        assertThat(guard.check()).isInstanceOf(Verdict.Allowed.class);
        assertThat(licenses).isNotNull();
    }

    @Configuration(proxyBeanMethods = false)
    static class Empty {}
}
