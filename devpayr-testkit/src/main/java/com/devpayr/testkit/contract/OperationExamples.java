package com.devpayr.testkit.contract;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of each operation with its expected request, written by hand from {@code docs/wire-contract.md} instead of
 * being derived from the code under test.
 */
final class OperationExamples {
    /** The ids that all examples use: of a project and of a resource in it. */
    static final long PROJECT = 7;

    static final long CHILD = 12;

    private static final String LICENSE = "{\"id\":12,\"uuid\":\"0199-key\"}";
    private static final String PROJECT_BODY = "{\"id\":7,\"name\":\"Acme\",\"slug\":\"acme\",\"meta\":[]}";
    private static final String DOMAIN = "{\"id\":12,\"project_id\":7,\"domain\":\"a.example.com\"}";
    private static final String INJECTABLE = "{\"id\":12,\"slug\":\"banner\",\"type\":\"html\",\"mode\":\"write\"}";

    private OperationExamples() {}

    static OperationExample of(Operation operation) {
        return switch (operation) {
            case PROJECT_LIST ->
                get(
                        "projects?per_page=5&cursor=YQ%3D%3D",
                        page(PROJECT_BODY),
                        devpayr -> devpayr.projects().list(PageRequest.ofSize(5).withCursor("YQ==")));
            case PROJECT_GET ->
                get("project/7", PROJECT_BODY, devpayr -> devpayr.projects().get(PROJECT));
            case PROJECT_CREATE ->
                send(
                        "POST",
                        "project",
                        PROJECT_BODY,
                        Map.of("name", "Acme", "has_paid", true),
                        devpayr -> devpayr.projects()
                                .create(ProjectDraft.builder("Acme")
                                        .hasPaid(true)
                                        .build()));
            case PROJECT_UPDATE ->
                send("PATCH", "project/7", PROJECT_BODY, Map.of("has_paid", true), devpayr -> devpayr.projects()
                        .update(PROJECT, ProjectUpdate.builder().hasPaid(true).build()));
            case PROJECT_DELETE ->
                bare("DELETE", "project/7", devpayr -> devpayr.projects().delete(PROJECT));

            case DOMAIN_LIST ->
                get("project/7/domains", page(DOMAIN), devpayr -> devpayr.domains()
                        .list(PROJECT, PageRequest.first()));
            case DOMAIN_GET ->
                get("project/7/domain/12", DOMAIN, devpayr -> devpayr.domains().get(PROJECT, CHILD));
            case DOMAIN_CREATE ->
                send(
                        "POST",
                        "project/7/domains",
                        DOMAIN,
                        Map.of("domain", "a.example.com", "environment", "staging"),
                        devpayr -> devpayr.domains()
                                .create(
                                        PROJECT,
                                        DomainDraft.builder("a.example.com", DomainEnvironment.STAGING)
                                                .build()));
            case DOMAIN_UPDATE ->
                send("PUT", "project/7/domain/12", DOMAIN, Map.of("is_primary", true), devpayr -> devpayr.domains()
                        .update(
                                PROJECT,
                                CHILD,
                                DomainUpdate.builder().isPrimary(true).build()));
            case DOMAIN_DELETE ->
                bare("DELETE", "project/7/domains/12", devpayr -> devpayr.domains()
                        .delete(PROJECT, CHILD));

            case LICENSE_LIST ->
                get("project/7/licenses?per_page=50", page(LICENSE), devpayr -> devpayr.licenses()
                        .list(PROJECT, PageRequest.ofSize(50)));
            case LICENSE_GET ->
                get("project/7/licenses/12", LICENSE, devpayr -> devpayr.licenses()
                        .get(PROJECT, CHILD));
            case LICENSE_CREATE ->
                send(
                        "POST",
                        "project/7/licenses",
                        LICENSE,
                        Map.of(
                                "title",
                                "Größe ✓",
                                "expires_at",
                                "2031-02-03T04:05:06.700000Z",
                                "allowed_ips",
                                "1.1.1.1,1.1.1.2"),
                        devpayr -> devpayr.licenses()
                                .create(
                                        PROJECT,
                                        LicenseDraft.builder("Größe ✓")
                                                .expiresAt(Instant.parse("2031-02-03T04:05:06.7Z"))
                                                .allowedIps(List.of("1.1.1.1", "1.1.1.2"))
                                                .build()));
            case LICENSE_UPDATE ->
                send(
                        "PUT",
                        "project/7/licenses/12",
                        LICENSE,
                        nullable("max_domains", null),
                        devpayr -> devpayr.licenses()
                                .update(
                                        PROJECT,
                                        CHILD,
                                        LicenseUpdate.builder()
                                                .clearMaxDomains()
                                                .build()));
            case LICENSE_REVOKE ->
                bare("POST", "project/7/licenses/12/revoke", devpayr -> devpayr.licenses()
                        .revoke(PROJECT, CHILD));
            case LICENSE_REACTIVATE ->
                bare("POST", "project/7/licenses/12/reactivate", devpayr -> devpayr.licenses()
                        .reactivate(PROJECT, CHILD));
            case LICENSE_DELETE ->
                bare("DELETE", "project/7/licenses/12", devpayr -> devpayr.licenses()
                        .delete(PROJECT, CHILD));

            case INJECTABLE_LIST ->
                get("project/7/injectables", page(INJECTABLE), devpayr -> devpayr.injectables()
                        .list(PROJECT, PageRequest.first()));
            case INJECTABLE_GET ->
                get("project/7/injectables/12", INJECTABLE, devpayr -> devpayr.injectables()
                        .get(PROJECT, CHILD));
            case INJECTABLE_CREATE ->
                send(
                        "POST",
                        "project/7/injectables",
                        INJECTABLE,
                        Map.of(
                                "type", "html",
                                "mode", "write",
                                "target_path", "a.html",
                                "secret", "****",
                                "content", "10 characters",
                                "only_if_paid", true,
                                "is_active", true),
                        devpayr -> devpayr.injectables()
                                .create(
                                        PROJECT,
                                        InjectableDraft.builder(
                                                        InjectableType.HTML,
                                                        InjectableMode.WRITE,
                                                        ContractFixture.SECRET)
                                                .targetPath("a.html")
                                                .content("<b>{x}</b>")
                                                .build()));
            case INJECTABLE_UPDATE ->
                send(
                        "PUT",
                        "project/7/injectables/12",
                        INJECTABLE,
                        Map.of("is_active", false),
                        devpayr -> devpayr.injectables()
                                .update(
                                        PROJECT,
                                        CHILD,
                                        InjectableUpdate.builder()
                                                .isActive(false)
                                                .build()));
            case INJECTABLE_DELETE ->
                bare("DELETE", "project/7/injectables/12", devpayr -> devpayr.injectables()
                        .delete(PROJECT, CHILD));
            case INJECTABLE_STREAM ->
                get(
                        "injectable/stream?cursor=a%2Bb%2F%3D",
                        "{\"injectables\":[],\"next_cursor\":null,\"has_more\":false}", devpayr -> devpayr.runtime()
                                .injectables(PageRequest.first().withCursor("a+b/=")));

            case PAYMENT_CHECK ->
                new OperationExample(
                        "POST",
                        "project/has-paid?action=check_project&include=injectables",
                        Map.of(),
                        "{\"has_paid\":true}",
                        devpayr -> devpayr.runtime()
                                .checkPayment(PaymentQuery.ofProject().withInjectables()));
            case PAYMENT_STATUS ->
                get("project/7/has-paid?action=check_project", "{\"has_paid\":true}", devpayr -> devpayr.payments()
                        .status(PROJECT, PaymentQuery.ofProject()));
            case PING -> get("", "null", DevPayr::ping);
            case RAW_READ, RAW_WRITE -> throw new IllegalArgumentException(operation + " has no fixed request");
        };
    }

    private static OperationExample get(String target, String data, OperationExample.Call call) {
        return new OperationExample("GET", target, Map.of(), data, call);
    }

    private static OperationExample send(
            String method,
            String target,
            String data,
            Map<String, ? extends @Nullable Object> fields,
            OperationExample.Call call) {
        return new OperationExample(method, target, fields, data, call);
    }

    private static OperationExample bare(String method, String target, OperationExample.Call call) {
        return new OperationExample(method, target, Map.of(), "null", call);
    }

    private static String page(String row) {
        return "{\"data\":[" + row + "],\"next_cursor\":null}";
    }

    private static Map<String, @Nullable Object> nullable(String name, @Nullable Object value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(name, value);
        return map;
    }
}
