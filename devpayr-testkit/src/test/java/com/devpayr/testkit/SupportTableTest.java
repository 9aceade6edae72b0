package com.devpayr.testkit;

import static com.devpayr.operation.Operation.DOMAIN_CREATE;
import static com.devpayr.operation.Operation.DOMAIN_DELETE;
import static com.devpayr.operation.Operation.DOMAIN_GET;
import static com.devpayr.operation.Operation.DOMAIN_LIST;
import static com.devpayr.operation.Operation.DOMAIN_UPDATE;
import static com.devpayr.operation.Operation.INJECTABLE_CREATE;
import static com.devpayr.operation.Operation.INJECTABLE_DELETE;
import static com.devpayr.operation.Operation.INJECTABLE_GET;
import static com.devpayr.operation.Operation.INJECTABLE_LIST;
import static com.devpayr.operation.Operation.INJECTABLE_STREAM;
import static com.devpayr.operation.Operation.INJECTABLE_UPDATE;
import static com.devpayr.operation.Operation.LICENSE_CREATE;
import static com.devpayr.operation.Operation.LICENSE_DELETE;
import static com.devpayr.operation.Operation.LICENSE_GET;
import static com.devpayr.operation.Operation.LICENSE_LIST;
import static com.devpayr.operation.Operation.LICENSE_REACTIVATE;
import static com.devpayr.operation.Operation.LICENSE_REVOKE;
import static com.devpayr.operation.Operation.LICENSE_UPDATE;
import static com.devpayr.operation.Operation.PAYMENT_CHECK;
import static com.devpayr.operation.Operation.PAYMENT_STATUS;
import static com.devpayr.operation.Operation.PING;
import static com.devpayr.operation.Operation.PROJECT_CREATE;
import static com.devpayr.operation.Operation.PROJECT_DELETE;
import static com.devpayr.operation.Operation.PROJECT_GET;
import static com.devpayr.operation.Operation.PROJECT_LIST;
import static com.devpayr.operation.Operation.PROJECT_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.Scope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The behavior of DevPayr that the emulator supports, operation by operation. Each row is tested, and the rows are the table
 * in {@code docs/emulator.md}, which {@code -Ddocs=write} writes.
 */
class SupportTableTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path PAGE = Path.of("../docs/emulator.md");
    private static final Pattern PLACE =
            Pattern.compile("(<!-- generated: support -->\n).*?(<!-- end -->)", Pattern.DOTALL);
    private static final String HOST = "shop.example.com";
    private static final Secret SECRET = Secret.of("a good secret");
    private static final String UPLOAD = "{\"type\":\"css\",\"mode\":\"write\",\"target_path\":\"a.css\",\"secret\":"
            + "\"a good secret\",\"only_if_paid\":true,\"is_active\":true,\"content\":\"b {}\"}";

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final FakeProject acme = fake.project("Acme").paid();
    private final FakeDomain shop = acme.domain(HOST).paid();
    private final FakeLicense pro = acme.license("Pro");
    private final FakeInjectable banner = acme.injectable("banner", SECRET, "x");
    private final FakeProject other = fake.project("Other");
    private final FakeLicense foreignLicense = other.license("Foreign");
    private final FakeDomain foreignDomain = other.domain("foreign.example.com");
    private final FakeInjectable foreignInjectable = other.injectable("foreign", SECRET, "x");
    private String apiKey = fake.createGlobalKey().reveal();

    @AfterEach
    void stop() {
        emulator.close();
    }

    private record Row(Operation operation, String behavior, Check check) {
        @Override
        public String toString() {
            return operation.id() + ": " + behavior;
        }
    }

    @FunctionalInterface
    private interface Check {
        void run(SupportTableTest test) throws Exception;
    }

    static Stream<Row> rows() {
        return Stream.of(projects(), domains(), licenses(), injectables(), runtime())
                .flatMap(List::stream);
    }

    private static List<Row> projects() {
        return List.of(
                new Row(
                        PROJECT_LIST,
                        "a global key lists all projects of its owner, a scoped key only its own",
                        test -> {
                            test.expect(200, "GET", "projects", "", "\"Acme\"", "\"Other\"");
                            test.apiKey = test.acme.createApiKey().reveal();
                            assertThat(test.expect(200, "GET", "projects", "", "\"Acme\""))
                                    .doesNotContain("Other");
                        }),
                new Row(
                        PROJECT_LIST,
                        "an unreadable cursor, or one of another list, starts from the first page",
                        test -> {
                            test.expect(200, "GET", "projects?cursor=bogus", "", "\"Acme\"");
                            String cursor = test.cursorOf("project/1/licenses?per_page=1");
                            test.expect(200, "GET", "projects?cursor=" + cursor, "", "\"Acme\"");
                        }),
                new Row(PROJECT_GET, "404 if it does not exist, 403 for the key of another project or owner", test -> {
                    test.expect(200, "GET", "project/1", "", "\"locked_at\":null");
                    test.expect(404, "GET", "project/99", "");
                    test.apiKey = test.other.createApiKey().reveal();
                    test.expect(403, "GET", "project/1", "");
                }),
                new Row(
                        PROJECT_CREATE,
                        "requires a global key; the plan's limit is a 403, checked before validation",
                        test -> {
                            test.expect(201, "POST", "project", "{\"name\":\"New\"}", "\"slug\":\"new\"");
                            test.fake.account("Default").maxProjects(1);
                            test.expect(403, "POST", "project", "{}");
                            test.apiKey = test.acme.createApiKey().reveal();
                            test.expect(403, "POST", "project", "{\"name\":\"New\"}");
                        }),
                new Row(PROJECT_UPDATE, "by `PATCH` and `PUT`; changes the given fields only", test -> {
                    test.expect(200, "PATCH", "project/1", "{\"description\":\"x\"}", "\"description\":\"x\"");
                    test.expect(200, "PUT", "project/1", "{\"has_paid\":false}", "\"description\":\"x\"");
                }),
                new Row(
                        PROJECT_DELETE,
                        "soft; its licenses are refused; requires the plan's permission, else 403",
                        test -> {
                            test.expect(200, "DELETE", "project/1", "");
                            test.expectCheck(403, "");
                            test.expect(404, "GET", "project/1", "");
                            test.fake.account("Default").disallowDeletingProjects();
                            test.expect(403, "DELETE", "project/2", "", "plan");
                        }));
    }

    private static List<Row> domains() {
        return List.of(
                new Row(DOMAIN_LIST, "rows without `environment`, `is_verified` and `is_locked`", test -> assertThat(
                                test.expect(200, "GET", "project/1/domains", "", "\"is_primary\""))
                        .doesNotContain("environment")),
                new Row(DOMAIN_GET, "`Domain successfully loaded.`; 403 for one of another project", test -> {
                    test.expect(200, "GET", "project/1/domain/1", "", "Domain successfully loaded.", "\"environment\"");
                    test.expect(403, "GET", "project/1/domain/" + test.foreignDomain.id(), "");
                }),
                new Row(DOMAIN_CREATE, "unique host in the project, else 422; the plan's limit is a 403", test -> {
                    String domain = "{\"domain\":\"b.example.com\",\"environment\":\"staging\"}";
                    test.expect(201, "POST", "project/1/domains", domain);
                    test.expect(422, "POST", "project/1/domains", domain, "domain");
                    test.fake.account("Default").maxDomains(1);
                    test.expect(403, "POST", "project/1/domains", "{}");
                }),
                new Row(
                        DOMAIN_UPDATE,
                        "a new primary domain demotes the current one; 404 for one of another project",
                        test -> {
                            test.expect(
                                    200, "PUT", "project/1/domain/1", "{\"is_primary\":\"on\"}", "\"is_primary\":true");
                            long second = test.acme.domain("b.example.com").id();
                            test.expect(200, "PUT", "project/1/domain/" + second, "{\"is_primary\":1}");
                            test.expect(200, "GET", "project/1/domain/1", "", "\"is_primary\":false");
                            test.expect(404, "PUT", "project/1/domain/" + test.foreignDomain.id(), "{}");
                        }),
                new Row(DOMAIN_DELETE, "`Domain deleted successfully.`; 403 for one of another project", test -> {
                    test.expect(403, "DELETE", "project/1/domains/" + test.foreignDomain.id(), "");
                    test.expect(200, "DELETE", "project/1/domains/1", "", "Domain deleted successfully.");
                }));
    }

    private static List<Row> licenses() {
        return List.of(
                new Row(LICENSE_LIST, "newest first, 20 a page unless `per_page` says otherwise, at most 50", test -> {
                    test.acme.license("Newer");
                    assertThat(test.expect(200, "GET", "project/1/licenses", "", "\"per_page\":20"))
                            .containsSubsequence("Newer", "Pro");
                    test.expect(200, "GET", "project/1/licenses?per_page=99", "", "\"per_page\":50");
                }),
                new Row(
                        LICENSE_GET,
                        "hides `validate_against`; 404 for one of another project, before the key's scope",
                        test -> {
                            assertThat(test.expect(200, "GET", "project/1/licenses/1", "", "\"uuid\""))
                                    .doesNotContain("validate_against");
                            test.expect(404, "GET", "project/1/licenses/" + test.foreignLicense.id(), "");
                            test.apiKey = test.acme.createApiKey().reveal();
                            test.expect(404, "GET", "project/2/licenses/1", "");
                            test.apiKey = test.keyWith(Scope.PROJECTS_READ);
                            test.expect(404, "GET", "project/1/licenses/" + test.foreignLicense.id(), "");
                            test.expect(403, "GET", "project/1/licenses/1", "");
                        }),
                new Row(LICENSE_CREATE, "an absent limit takes the account's default, null is unlimited", test -> {
                    test.fake.account("Default").defaultMaxDomains(3).defaultMaxUsagePerDay(9);
                    test.expect(201, "POST", "project/1/licenses", "{\"title\":\"A\"}", "\"max_domains\":3", "day\":9");
                    test.expect(
                            201,
                            "POST",
                            "project/1/licenses",
                            "{\"title\":\"B\",\"max_domains\":null}",
                            "\"max_domains\":null");
                }),
                new Row(
                        LICENSE_CREATE,
                        "title unique in the project, expiry in the future, else 422",
                        test -> test.expect(
                                422,
                                "POST",
                                "project/1/licenses",
                                "{\"title\":\"Pro\",\"expires_at\":\"2001-01-01\"}",
                                "title",
                                "expires_at")),
                new Row(
                        LICENSE_UPDATE,
                        "`validate_against` chooses the domains that the license is accepted on",
                        test -> {
                            test.shop.unverified();
                            test.expectCheck(200, "");
                            test.expect(
                                    200, "PUT", "project/1/licenses/1", "{\"validate_against\":\"project_domains\"}");
                            test.expectCheck(403, "", "not authorized for the current domain");
                            test.expect(422, "PUT", "project/1/licenses/1", "{\"validate_against\":\"elsewhere\"}");
                        }),
                new Row(
                        LICENSE_REVOKE,
                        "confirmation in `message`; 403 unless active, and for one of another project",
                        test -> {
                            test.expect(
                                    200, "POST", "project/1/licenses/1/revoke", "[]", "\"message\":\"License revoked");
                            test.expect(403, "POST", "project/1/licenses/1/revoke", "");
                            test.expect(403, "POST", "project/1/licenses/" + test.foreignLicense.id() + "/revoke", "");
                            test.pro.reactivated().expiresAt(test.fake.clock().instant());
                            test.expect(403, "POST", "project/1/licenses/1/revoke", "");
                        }),
                new Row(
                        LICENSE_REACTIVATE,
                        "confirmation in `message` and `data.message`; 403 unless revoked",
                        test -> {
                            test.expect(403, "POST", "project/1/licenses/1/reactivate", "");
                            test.pro.revoked();
                            String body = test.expect(200, "POST", "project/1/licenses/1/reactivate", "{}");
                            assertThat(body.split("\"message\":\"License reactivated", -1))
                                    .hasSize(3);
                        }),
                new Row(LICENSE_DELETE, "a message and a small object; 422 for one of another project", test -> {
                    test.expect(422, "DELETE", "project/1/licenses/" + test.foreignLicense.id(), "");
                    test.expect(200, "DELETE", "project/1/licenses/1", "", "License deleted", "\"data\":{\"id\":1}");
                }));
    }

    private static List<Row> injectables() {
        return List.of(
                new Row(
                        INJECTABLE_LIST,
                        "rows without payload, `project_id`, `meta` and `last_delivered_at`",
                        test -> assertThat(test.expect(200, "GET", "project/1/injectables", "", "\"slug\":\"banner\""))
                                .doesNotContain("content", "signature", "project_id", "\"meta\"", "last_delivered_at")),
                new Row(INJECTABLE_GET, "ciphertext in `content`; `file_path` of a `file` is a location", test -> {
                    test.expect(200, "GET", "project/1/injectables/1", "", "\"content\":\"", "\"file_path\":null");
                    long file = test.upload();
                    test.expect(
                            200,
                            "GET",
                            "project/1/injectables/" + file,
                            "",
                            "\"content\":\"",
                            "\"file_path\":\"injectables/1/" + file + ".enc\"");
                    test.expect(404, "GET", "project/1/injectables/" + test.foreignInjectable.id(), "");
                }),
                new Row(INJECTABLE_GET, "`last_delivered_at` is the time of the latest delivery", test -> {
                    test.expect(200, "GET", "project/1/injectables/1", "", "\"last_delivered_at\":null");
                    test.expectStream(200, "GET");
                    test.expect(200, "GET", "project/1/injectables/1", "", "\"last_delivered_at\":\"20");
                }),
                new Row(
                        INJECTABLE_CREATE,
                        "encrypts and signs; `content`, or `file` for the type `file`, is required",
                        test -> {
                            test.expect(
                                    201,
                                    "POST",
                                    "project/1/injectables",
                                    UPLOAD,
                                    "\"content_hash\":\"",
                                    "\"signature\":\"");
                            test.expect(
                                    422,
                                    "POST",
                                    "project/1/injectables",
                                    UPLOAD.replace("css\",\"mode", "file\",\"mode"),
                                    "file");
                            test.expect(
                                    422,
                                    "POST",
                                    "project/1/injectables",
                                    UPLOAD.replace("a good secret", "short"),
                                    "secret");
                        }),
                new Row(
                        INJECTABLE_UPDATE,
                        "new content requires the secret, a change to the type `file` a file, else 422",
                        test -> {
                            test.expect(422, "PUT", "project/1/injectables/1", "{\"content\":\"y\"}", "secret");
                            test.expect(422, "PUT", "project/1/injectables/1", "{\"type\":\"file\"}", "file");
                            test.expect(
                                    200,
                                    "PUT",
                                    "project/1/injectables/1",
                                    "{\"is_active\":false}",
                                    "\"is_active\":false");
                            long file = test.upload();
                            test.expect(
                                    200, "PUT", "project/1/injectables/" + file, "{\"type\":\"file\",\"title\":\"T\"}");
                        }),
                new Row(INJECTABLE_DELETE, "404 for one of another project", test -> {
                    test.expect(404, "DELETE", "project/1/injectables/" + test.foreignInjectable.id(), "");
                    test.expect(200, "DELETE", "project/1/injectables/" + test.banner.id(), "");
                }),
                new Row(
                        INJECTABLE_STREAM,
                        "by `GET` and `POST`; ciphertext in `encrypted_content`, also of a `file`",
                        test -> {
                            test.upload();
                            for (String method : List.of("GET", "POST")) {
                                String body = test.expectStream(
                                        200, method, "\"has_more\":false", "\"file_path\":\"injectables/");
                                assertThat(body.split("\"encrypted_content\":\"", -1))
                                        .hasSize(3);
                            }
                        }),
                new Row(INJECTABLE_STREAM, "active ones; `only_if_paid` ones only when the project is paid", test -> {
                    test.banner.onlyIfPaid();
                    test.expectStream(200, "GET", "banner");
                    test.acme.unpaid();
                    assertThat(test.expectStream(200, "GET")).doesNotContain("banner");
                    test.acme.paid();
                    test.banner.inactive();
                    assertThat(test.expectStream(200, "GET")).doesNotContain("banner");
                }));
    }

    private static List<Row> runtime() {
        return List.of(
                new Row(PAYMENT_CHECK, "the domain's state, or the project's with `action=check_project`", test -> {
                    test.shop.unpaid();
                    test.expectCheck(200, "", "\"has_paid\":false");
                    test.expectCheck(200, "?action=check_project", "\"has_paid\":true");
                }),
                new Row(
                        PAYMENT_CHECK,
                        "`include=injectables` adds stream rows when paid",
                        test -> test.expectCheck(200, "?include=injectables", "\"encrypted_content\"")),
                new Row(PAYMENT_CHECK, "403 when revoked, expired, unknown, of an inactive or locked project", test -> {
                    test.pro.revoked();
                    test.expectCheck(403, "", "revoked");
                    test.pro.reactivated().expiresAt(test.fake.clock().instant());
                    test.expectCheck(403, "", "expired");
                    test.pro.expiresAt(test.fake.clock().instant().plus(Duration.ofDays(1)));
                    test.acme.inactive();
                    test.expectCheck(403, "", "not active");
                    test.acme.active().locked();
                    test.expectCheck(403, "", "locked");
                }),
                new Row(PAYMENT_CHECK, "403 on a locked domain, and by `validate_against` on an unknown one", test -> {
                    test.shop.locked();
                    test.expectCheck(403, "", "locked");
                    test.shop.unlocked().unverified();
                    test.pro.restrictedToProjectDomains();
                    test.expectCheck(403, "", "not authorized for the current domain");
                }),
                new Row(PAYMENT_CHECK, "429 above `max_usage_per_day`; test licenses do not count", test -> {
                    test.expect(200, "PUT", "project/1/licenses/1", "{\"max_usage_per_day\":1}");
                    test.expectCheck(200, "");
                    test.expectCheck(429, "");
                    test.pro.test();
                    test.expectCheckOn("localhost", 200);
                    test.expectCheckOn("localhost", 200);
                }),
                new Row(
                        PAYMENT_STATUS,
                        "by API key; 400 without a calling domain, 403 for one that is not the project's",
                        test -> {
                            test.expect(200, "GET", "project/1/has-paid", "", "\"has_paid\":true");
                            test.expect(403, "GET", "project/2/has-paid", "");
                            test.expect(
                                    200, "GET", "project/2/has-paid?action=check_project", "", "\"has_paid\":false");
                        }),
                new Row(PING, "no credential, no envelope", test -> {
                    HttpResponse<String> root = HTTP.send(
                            HttpRequest.newBuilder(URI.create(test.emulator.baseUrl()))
                                    .build(),
                            BodyHandlers.ofString());
                    assertThat(root.statusCode()).isEqualTo(200);
                    assertThat(root.body())
                            .isEqualTo("{\"status\":\"ok\",\"message\":\"Welcome to DevPayr api endpoint\"}");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isSupported(Row row) throws Exception {
        row.check().run(this);

        assertThat(fake.requests()).extracting(RecordedRequest::operation).contains(row.operation());
    }

    @Test
    void everyOperationHasARow() {
        assertThat(rows().map(Row::operation))
                .containsAll(Stream.of(Operation.values())
                        .filter(operation -> !operation.isRaw())
                        .toList());
    }

    @Test
    void thePageHasTheRows() throws Exception {
        String text = Files.readString(PAGE);
        Matcher place = PLACE.matcher(text);
        assertThat(place.find()).as("the place of the table in %s", PAGE).isTrue();
        String table = rows().map(row -> "| `" + row.operation().id() + "` | " + row.behavior() + " |\n")
                .collect(Collectors.joining("", "| operation | behavior |\n|---|---|\n", ""));
        String fresh = place.replaceFirst(Matcher.quoteReplacement(place.group(1) + table + place.group(2)));
        if ("write".equals(System.getProperty("docs"))) {
            Files.writeString(PAGE, fresh);
        } else {
            assertThat(text).as("mvn verify -Ddocs=write writes it").isEqualTo(fresh);
        }
    }

    private String keyWith(Scope scope) {
        return fake.newApiKey("k").scopes(scope).create().value().reveal();
    }

    /** Uploads a file and returns its id. */
    private long upload() throws Exception {
        String form =
                Stream.of("type=file", "mode=inject", "target_path=a.js", "secret=a good secret", "only_if_paid=0")
                                .map(field -> field.split("=", 2))
                                .map(field -> "--X\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n"
                                        + field[1] + "\r\n")
                                .collect(Collectors.joining())
                        + "--X\r\nContent-Disposition: form-data; name=\"is_active\"\r\n\r\n1\r\n"
                        + "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.js\"\r\n\r\npay()\r\n--X--\r\n";
        String body = send(
                201,
                request("POST", "project/1/injectables", form)
                        .setHeader("Content-Type", "multipart/form-data; boundary=X")
                        .header("X-API-KEY", apiKey));
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(body);
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }

    private String cursorOf(String path) throws Exception {
        acme.license("For a cursor with an id");
        acme.license("that no project has");
        Matcher cursor = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(expect(200, "GET", path, ""));
        assertThat(cursor.find()).isTrue();
        return cursor.group(1).replace("+", "%2B").replace("=", "%3D");
    }

    private String expect(int status, String method, String path, String body, String... parts) throws Exception {
        return send(status, request(method, path, body).header("X-API-KEY", apiKey), parts);
    }

    private String expectCheck(int status, String query, String... parts) throws Exception {
        return send(status, asApplication(request("POST", "project/has-paid" + query, "{}")), parts);
    }

    private void expectCheckOn(String domain, int status) throws Exception {
        send(status, asApplication(request("POST", "project/has-paid", "{}")).setHeader("X-Devpayr-Domain", domain));
    }

    private String expectStream(int status, String method, String... parts) throws Exception {
        return send(status, asApplication(request(method, "injectable/stream", "")), parts);
    }

    private HttpRequest.Builder asApplication(HttpRequest.Builder request) {
        return request.header("X-LICENSE-KEY", pro.key().reveal());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("X-Devpayr-Domain", HOST);
    }

    private static String send(int status, HttpRequest.Builder request, String... parts) throws Exception {
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        for (String part : parts) {
            assertThat(response.body()).contains(part);
        }
        return response.body();
    }
}
