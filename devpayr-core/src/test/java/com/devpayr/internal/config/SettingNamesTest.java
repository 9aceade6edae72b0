package com.devpayr.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNamesTest {
    @ParameterizedTest
    @CsvSource({
        "baseUrl, devpayr.base-url",
        "DEVPAYR_BASE_URL, devpayr.base-url",
        "devpayr.base-url, devpayr.base-url",
        "DEVPAYR_LICENSE_KEY_FILE, devpayr.license-key-file",
        "maxResponseBytes, devpayr.max-response-size",
        "maxPayloadResponseBytes, devpayr.max-payload-response-size",
        "domainFile, devpayr.domain-file",
        "application, devpayr.guard.application",
        "checkInterval, devpayr.guard.check-interval",
        "checkTimeout, devpayr.guard.check-timeout",
        "grace, devpayr.guard.grace",
        "status, devpayr.enforcement.status",
        "redirect, devpayr.enforcement.redirect",
        "maxWait, devpayr.enforcement.max-wait",
        "tolerance, devpayr.webhooks.tolerance",
        "signedContent, devpayr.webhooks.signed-content",
        "maxBodyBytes, devpayr.webhooks.max-body-size",
        "signatureHeader, devpayr.webhooks.header.signature",
        "deliveryHeader, devpayr.webhooks.header.delivery",
        "include, devpayr.enforcement.include",
        "root, devpayr.injectables.root",
        "initialBackoff, devpayr.resilience.retry.initial-backoff",
        "logging, logging",
        "DEVPAYR_LOG, devpayr.log",
        "log, devpayr.log",
        "user.home, user.home"
    })
    void translatesEveryNameOfASettingToItsProperty(String setting, String property) {
        assertThat(SettingNames.propertyOf(setting)).isEqualTo(property);
    }

    @Test
    void translatesBetweenVariablesAndProperties() {
        assertThat(SettingNames.propertyOfVariable("DEVPAYR_API_KEY_FILE")).isEqualTo("devpayr.api-key-file");
        assertThat(SettingNames.propertyOfVariable("APP_URL")).isNull();
        assertThat(SettingNames.variableOfProperty("devpayr.guard.check-interval"))
                .isEqualTo("DEVPAYR_GUARD_CHECK_INTERVAL");
    }
}
