package com.devpayr.emulator;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Example data: projects, domains, licenses in each state, injectables and API keys with random values. */
final class DemoData {
    private final InMemoryDevPayr platform;
    private final Secret secret = Secret.of(UUID.randomUUID().toString());
    private final List<String> keys = new ArrayList<>();

    private DemoData(InMemoryDevPayr platform) {
        this.platform = platform;
    }

    /** Adds the data to a platform and returns the lines with its keys, which cannot be read again later. */
    static List<String> addTo(InMemoryDevPayr platform) {
        DemoData data = new DemoData(platform);
        data.addProjects();
        return data.keys;
    }

    private void addProjects() {
        add("API key", platform.createGlobalKey(), "all projects, all scopes");
        FakeProject shop = platform.project("Acme Shop").paid();
        addDomains(shop);
        addLicenses(shop);
        addInjectables(shop);
        FakeProject unpaid = platform.project("Beta Tools");
        add("License key", unpaid.license("Starter").key(), "active, project not paid");
        FakeProject locked = platform.project("Legacy Suite").paid();
        add("License key", locked.license("Classic").key(), "refused, project locked");
        locked.locked();
    }

    private static void addDomains(FakeProject shop) {
        shop.domain("shop.example.com").paid();
        shop.domain("staging.example.com").environment(DomainEnvironment.STAGING);
        shop.domain("new.example.com").unverified();
        shop.domain("locked.example.com").locked();
    }

    private void addLicenses(FakeProject shop) {
        Instant yesterday = platform.clock().instant().minus(Duration.ofDays(1));
        add("API key", readOnlyKey(shop), "project Acme Shop, read only");
        add("License key", shop.license("Pro").key(), "active, project paid");
        add("License key", shop.license("Team").restrictedToProjectDomains().key(), "active, on shop.example.com only");
        add("License key", shop.license("Test").test().key(), "active, on localhost and *.test only");
        add("License key", shop.license("Expired").expiresAt(yesterday).key(), "expired");
        add("License key", shop.license("Revoked").revoked().key(), "revoked");
    }

    private static ApiKey readOnlyKey(FakeProject project) {
        return project.newApiKey("Read only")
                .scopes(
                        Scope.PROJECTS_READ,
                        Scope.DOMAINS_READ,
                        Scope.LICENSES_READ,
                        Scope.INJECTABLES_READ,
                        Scope.PAYMENTS_READ)
                .create()
                .value();
    }

    private void addInjectables(FakeProject shop) {
        shop.injectable("welcome", secret, "Welcome to Acme Shop.");
        shop.injectable("checkout", secret, "console.log('paid');").onlyIfPaid();
        shop.injectable("winter-banner", secret, "Winter sale").inactive();
        keys.add(line("Secret", secret.reveal(), "of the injectables"));
    }

    private void add(String kind, ApiKey key, String meaning) {
        keys.add(line(kind, key.reveal(), meaning));
    }

    private void add(String kind, LicenseKey key, String meaning) {
        keys.add(line(kind, key.reveal(), meaning));
    }

    private static String line(String kind, String value, String meaning) {
        return "%-12s %s  %s".formatted(kind, value, meaning);
    }
}
