package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.error.ApiException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableService;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.ApiKeyBuilder.CreatedKey;
import com.devpayr.testkit.model.Scope;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the lifecycle and the permissions of API keys. */
class ApiKeyTest {
    private static final Secret SECRET = Secret.of("a good secret");
    private static final String HOST = "shop.example.com";

    /** One argument of each type other than IDs. */
    private static final List<Object> ARGUMENTS = List.of(
            PageRequest.first(),
            PaymentQuery.ofProject(),
            ProjectDraft.builder("New").build(),
            ProjectUpdate.builder().hasPaid(true).build(),
            DomainDraft.builder("b.example.com", DomainEnvironment.STAGING).build(),
            DomainUpdate.builder().hasPaid(true).build(),
            LicenseDraft.builder("New").build(),
            LicenseUpdate.builder().maxDomains(1).build(),
            InjectableDraft.builder(InjectableType.CSS, InjectableMode.WRITE, SECRET)
                    .targetPath("x")
                    .content("x")
                    .build(),
            InjectableUpdate.builder().isActive(true).build());

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject acme = fake.project("Acme");
    private final FakeProject other = fake.project("Other");
    private final FakeDomain domain = acme.domain(HOST);
    private final FakeLicense license = acme.license("Pro");
    private final FakeInjectable injectable = acme.injectable("banner", SECRET, "x");

    /** The kinds of keys with the status of a request that is refused because of the kind; 0 for none. */
    enum Kind {
        GLOBAL(0),
        SCOPED_TO_THE_PROJECT(0),
        SCOPED_TO_ANOTHER_PROJECT(403),
        OF_ANOTHER_OWNER(403),
        EXPIRED(403),
        REVOKED(403),
        DELETED(403),
        UNKNOWN(403);

        private final int refusal;

        Kind(int refusal) {
            this.refusal = refusal;
        }
    }

    static Stream<Arguments> table() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.credential() == Credential.API_KEY)
                .flatMap(operation -> Arrays.stream(Kind.values()).flatMap(kind -> Arrays.stream(Scope.values())
                        .map(scope -> Arguments.of(operation, kind, scope))));
    }

    /** Runs for each endpoint, kind of key and scope of the key. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("table")
    void everyEndpointChecksKeyAndScope(Operation operation, Kind kind, Scope scope) {
        int status = perform(operation, key(kind, scope));

        assertThat(status).isEqualTo(expected(operation, kind, scope));
    }

    private static int expected(Operation operation, Kind kind, Scope scope) {
        boolean belongsToNoProject = operation == Operation.PROJECT_LIST || operation == Operation.PROJECT_CREATE;
        boolean isForeign = kind == Kind.SCOPED_TO_ANOTHER_PROJECT || kind == Kind.OF_ANOTHER_OWNER;
        if (kind.refusal != 0 && !(isForeign && belongsToNoProject)) {
            return kind.refusal;
        }
        if (scope != needed(operation)) {
            return 403;
        }
        boolean isScoped = kind == Kind.SCOPED_TO_THE_PROJECT || kind == Kind.SCOPED_TO_ANOTHER_PROJECT;
        return operation == Operation.PROJECT_CREATE && isScoped ? 403 : 200;
    }

    private static Scope needed(Operation operation) {
        boolean reads = operation.retrySafety() == RetrySafety.READ;
        return switch (operation.id().substring(0, operation.id().indexOf('.'))) {
            case "project" -> reads ? Scope.PROJECTS_READ : Scope.PROJECTS_WRITE;
            case "domain" -> reads ? Scope.DOMAINS_READ : Scope.DOMAINS_WRITE;
            case "license" -> reads ? Scope.LICENSES_READ : Scope.LICENSES_WRITE;
            case "injectable" -> reads ? Scope.INJECTABLES_READ : Scope.INJECTABLES_WRITE;
            default -> Scope.PAYMENTS_READ;
        };
    }

    private ApiKey key(Kind kind, Scope scope) {
        return switch (kind) {
            case GLOBAL -> fake.newApiKey("k").scopes(scope).create().value();
            case SCOPED_TO_THE_PROJECT ->
                acme.newApiKey("k").scopes(scope).create().value();
            case SCOPED_TO_ANOTHER_PROJECT ->
                other.newApiKey("k").scopes(scope).create().value();
            case OF_ANOTHER_OWNER ->
                fake.account("Rival").newApiKey("k").scopes(scope).create().value();
            case EXPIRED ->
                fake.newApiKey("k")
                        .scopes(scope)
                        .expiresAt(fake.clock().instant())
                        .create()
                        .value();
            case REVOKED -> {
                CreatedKey key = fake.newApiKey("k").scopes(scope).create();
                key.key().revoke();
                yield key.value();
            }
            case DELETED -> {
                CreatedKey key = fake.newApiKey("k").scopes(scope).create();
                key.key().delete();
                yield key.value();
            }
            case UNKNOWN -> ApiKey.of("gk_1_1_unknown");
        };
    }

    private int perform(Operation operation, ApiKey key) {
        if (operation == Operation.LICENSE_REACTIVATE) {
            license.revoked();
        }
        try (DevPayr devpayr = fake.connect(
                DevPayrConfig.builder().apiKey(() -> key).domain(HOST).build())) {
            devpayr.call(operation, arguments(operation));
            return 200;
        } catch (ApiException refusal) {
            return refusal.status();
        }
    }

    /** Arguments for an operation, by the names of its IDs and the type of its other parameter. */
    private List<Object> arguments(Operation operation) {
        List<Object> arguments = new ArrayList<>();
        operation.pathParameters().forEach(name -> arguments.add(id(name)));
        Class<?>[] types = methodOf(operation).getParameterTypes();
        if (types.length > arguments.size()) {
            arguments.add(argument(types[types.length - 1]));
        }
        return arguments;
    }

    private static Method methodOf(Operation operation) {
        return Stream.of(
                        ProjectService.class,
                        DomainService.class,
                        LicenseService.class,
                        InjectableService.class,
                        PaymentService.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> Operation.of(method) == operation)
                .findAny()
                .orElseThrow();
    }

    private long id(String name) {
        return switch (name) {
            case "project" -> acme.id();
            case "domain" -> domain.id();
            case "license" -> license.id();
            case "injectable" -> injectable.id();
            default -> throw new IllegalArgumentException("no example of the ID " + name);
        };
    }

    private static Object argument(Class<?> type) {
        return ARGUMENTS.stream()
                .filter(type::isInstance)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no example of " + type));
    }

    @Test
    void valueIsReturnedOnceAndNotStored() {
        CreatedKey created = fake.newApiKey("CI").create();
        String value = created.value().reveal();

        assertThat(created.key().name()).isEqualTo("CI");
        assertThat(value).startsWith(created.key().prefix()).matches("gk_\\d+_\\d+_[0-9a-f]{32}");
        assertThat(created.key().prefix().length()).isLessThan(value.length() / 2);
        assertThat(created.toString()).doesNotContain(value);
        assertThat(fake.snapshot().json()).doesNotContain(value);
    }

    @Test
    void lastUseIsRecorded() {
        CreatedKey created = fake.newApiKey("CI").create();

        assertThat(created.key().lastUsedAt()).isNull();
        fake.clock().advance(Duration.ofHours(1));
        perform(Operation.PROJECT_LIST, created.value());
        assertThat(created.key().lastUsedAt()).isEqualTo(fake.clock().instant());
    }

    @Test
    void accountListsItsKeysInOrder() {
        fake.newApiKey("First").create();
        fake.account("Rival").newApiKey("Theirs").create();
        fake.newApiKey("Second").create();

        assertThat(fake.account("Default").keys()).extracting(FakeApiKey::name).containsExactly("First", "Second");
    }

    @Test
    void rotatedKeyIsValidDuringTheOverlap() {
        CreatedKey old = fake.newApiKey("CI").scopes(Scope.PROJECTS_READ).create();
        CreatedKey successor = old.key().rotate(Duration.ofMinutes(10));

        assertThat(List.of(
                        perform(Operation.PROJECT_LIST, old.value()),
                        perform(Operation.PROJECT_LIST, successor.value()),
                        perform(Operation.PROJECT_CREATE, successor.value())))
                .containsExactly(200, 200, 403);
        fake.clock().advance(Duration.ofMinutes(10));
        assertThat(perform(Operation.PROJECT_LIST, old.value())).isEqualTo(403);
        assertThat(perform(Operation.PROJECT_LIST, successor.value())).isEqualTo(200);
    }

    @Test
    void rotationDoesNotProlongAKeyThatExpiresSooner() {
        Instant soon = fake.clock().instant().plus(Duration.ofMinutes(5));
        CreatedKey old = fake.newApiKey("CI").expiresAt(soon).create();
        CreatedKey successor = old.key().rotate(Duration.ofHours(1));

        fake.clock().advance(Duration.ofMinutes(5));
        assertThat(perform(Operation.PROJECT_LIST, old.value())).isEqualTo(403);
        assertThat(perform(Operation.PROJECT_LIST, successor.value())).isEqualTo(403);
    }

    @Test
    void planCanDisallowGlobalKeys() {
        fake.account("Default").disallowGlobalKeys();

        assertThat(perform(
                        Operation.LICENSE_LIST,
                        acme.newApiKey("Project's own").create().value()))
                .isEqualTo(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.newApiKey("Global").create())
                .withMessageContaining("plan");
    }
}
