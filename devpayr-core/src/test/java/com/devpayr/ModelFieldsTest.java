package com.devpayr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import com.devpayr.secret.LicenseKey;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every model is set by its builder, returned by its accessor, compared and shown. */
class ModelFieldsTest {
    private static final LicenseKey KEY = LicenseKey.of("s3cr3t-key");
    private static final DeliveredInjectable BANNER = DeliveredInjectable.builder(
                    "banner", InjectableType.HTML, InjectableMode.WRITE)
            .build();

    private static final Map<String, Object> LISTS = Map.of(
            "allowedIps", List.of("10.0.0.1"), "allowedCountries", List.of("DE"), "injectables", List.of(BANNER));
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(Integer.class, 3),
            Map.entry(Long.class, 7L),
            Map.entry(String.class, "text"),
            Map.entry(Instant.class, Instant.parse("2026-01-02T03:04:05Z")),
            Map.entry(Duration.class, Duration.ofSeconds(3)),
            Map.entry(Map.class, Map.of("key", List.of("value"))),
            Map.entry(DomainEnvironment.class, DomainEnvironment.STAGING),
            Map.entry(LicenseStatus.class, LicenseStatus.ACTIVE),
            Map.entry(EncryptedContent.class, new EncryptedContent("c1pher")));

    static Stream<Supplier<?>> builders() {
        return Stream.of(
                () -> Project.builder(1, "Shop", "shop"),
                () -> ProjectDomain.builder(1, "a.example"),
                () -> License.builder(1, KEY),
                () -> Injectable.builder(1, "banner", InjectableType.HTML, InjectableMode.WRITE),
                () -> DeliveredInjectable.builder("banner", InjectableType.HTML, InjectableMode.WRITE),
                () -> PaymentStatus.builder(true));
    }

    static Stream<Arguments> fields() {
        return builders()
                .flatMap(builder -> setters(builder.get().getClass()).map(setter -> Arguments.of(builder, setter)));
    }

    /** Sorted, since reflection returns the methods in another order in each JVM. */
    private static Stream<Method> setters(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .filter(method -> method.getReturnType() == builder && method.getParameterCount() == 1)
                .sorted(Comparator.comparing(Method::getName));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void setsReturnsComparesAndShowsEachField(Supplier<Object> builder, Method setter) throws Exception {
        Object sample = requireNonNull(
                LISTS.getOrDefault(setter.getName(), SAMPLES.get(setter.getParameterTypes()[0])), setter::toString);
        Object bare = build(builder.get());
        Object model = build(setter.invoke(builder.get(), sample));
        Method accessor = bare.getClass().getMethod(setter.getName());

        assertThat(accessor.invoke(model)).isEqualTo(sample);
        assertThat(accessor.invoke(bare)).isNotEqualTo(sample);
        assertThat(model)
                .isEqualTo(build(setter.invoke(builder.get(), sample)))
                .hasSameHashCodeAs(build(setter.invoke(builder.get(), sample)))
                .isNotEqualTo(bare)
                .doesNotHaveSameHashCodeAs(bare)
                .isNotEqualTo(null);
        assertThat(model.toString())
                .startsWith(model.getClass().getSimpleName() + "[")
                .contains(setter.getName() + "=" + sample);
    }

    @Test
    void hasASetterOrARequiredValueForEachField() {
        Set<String> tested = fields().map(row -> ((Method) row.get()[1]))
                .map(setter -> setter.getDeclaringClass().getEnclosingClass().getSimpleName() + "." + setter.getName())
                .collect(Collectors.toSet());
        Stream<Class<?>> models = Stream.of(
                Project.class,
                ProjectDomain.class,
                License.class,
                Injectable.class,
                DeliveredInjectable.class,
                PaymentStatus.class);

        assertThat(models.flatMap(model -> Arrays.stream(model.getDeclaredFields()))
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(ModelFieldsTest::name)
                        .filter(name -> !tested.contains(name) && !name.endsWith(".extra")))
                .containsExactlyInAnyOrder(
                        "Project.id",
                        "Project.name",
                        "Project.slug",
                        "ProjectDomain.id",
                        "ProjectDomain.domain",
                        "License.id",
                        "License.key",
                        "Injectable.id",
                        "Injectable.slug",
                        "Injectable.type",
                        "Injectable.mode",
                        "DeliveredInjectable.slug",
                        "DeliveredInjectable.type",
                        "DeliveredInjectable.mode",
                        "PaymentStatus.hasPaid");
    }

    @ParameterizedTest
    @MethodSource("builders")
    void keepsUnknownFieldsComparesThemAndShowsTheirNames(Supplier<Object> builder) throws Exception {
        Object bare = build(builder.get());
        Object first = build(extra(builder.get(), "added_later", "s3cr3t"));

        assertThat(extra(first)).isEqualTo(Map.of("added_later", "s3cr3t")).isUnmodifiable();
        assertThat(first)
                .isEqualTo(build(extra(builder.get(), "added_later", "s3cr3t")))
                .hasSameHashCodeAs(build(extra(builder.get(), "added_later", "s3cr3t")))
                .isNotEqualTo(build(extra(builder.get(), "added_later", "other")))
                .isNotEqualTo(bare);
        assertThat(first.toString()).endsWith(", extra=[added_later]]").doesNotContain("s3cr3t");
        assertThat(bare.toString()).doesNotContain("extra");
    }

    @ParameterizedTest
    @MethodSource("builders")
    void modelsWithoutUnknownFieldsShareOneMap(Supplier<Object> builder) throws Exception {
        assertThat(extra(build(builder.get()))).isSameAs(Map.of());
    }

    @ParameterizedTest
    @MethodSource("builders")
    void aModelDoesNotChangeWithItsBuilder(Supplier<Object> builder) throws Exception {
        Object changed = extra(builder.get(), "first", 1);
        Object model = build(changed);

        extra(changed, "second", 2);

        assertThat(extra(model)).containsOnlyKeys("first");
        assertThat(extra(build(changed))).containsOnlyKeys("first", "second");
    }

    private static Object extra(Object builder, String name, Object value) throws ReflectiveOperationException {
        return builder.getClass().getMethod("extra", String.class, Object.class).invoke(builder, name, value);
    }

    @SuppressWarnings("unchecked") // the accessor's type
    private static Map<String, Object> extra(Object model) throws ReflectiveOperationException {
        return (Map<String, Object>) model.getClass().getMethod("extra").invoke(model);
    }

    @Test
    void returnsRequiredValues() {
        Project project = Project.builder(2, "Shop", "shop").build();
        ProjectDomain domain = ProjectDomain.builder(3, "a.example").build();
        License license = License.builder(4, KEY).build();
        Injectable logo = Injectable.builder(5, "logo", InjectableType.FILE, InjectableMode.REPLACE)
                .build();

        assertThat(List.of(project.id(), project.name(), project.slug())).containsExactly(2L, "Shop", "shop");
        assertThat(List.of(domain.id(), domain.domain())).containsExactly(3L, "a.example");
        assertThat(List.of(license.id(), license.key())).containsExactly(4L, KEY);
        assertThat(List.of(logo.id(), logo.slug(), logo.type(), logo.mode()))
                .containsExactly(5L, "logo", InjectableType.FILE, InjectableMode.REPLACE);
        assertThat(List.of(BANNER.slug(), BANNER.type(), BANNER.mode()))
                .containsExactly("banner", InjectableType.HTML, InjectableMode.WRITE);
        assertThat(PaymentStatus.builder(true).build().hasPaid()).isTrue();
        assertThat(PaymentStatus.builder(false).build().hasPaid()).isFalse();
    }

    @Test
    void comparesRequiredValues() {
        assertThat(List.of(
                        Project.builder(1, "Shop", "shop").build(),
                        Project.builder(2, "Shop", "shop").build(),
                        Project.builder(1, "Mall", "shop").build(),
                        Project.builder(1, "Shop", "mall").build(),
                        ProjectDomain.builder(1, "a.example").build(),
                        ProjectDomain.builder(2, "a.example").build(),
                        ProjectDomain.builder(1, "b.example").build(),
                        License.builder(1, KEY).build(),
                        License.builder(2, KEY).build(),
                        License.builder(1, LicenseKey.of("another")).build(),
                        PaymentStatus.builder(true).build(),
                        PaymentStatus.builder(false).build()))
                .doesNotHaveDuplicates();
        assertThat(License.builder(1, KEY).build())
                .hasToString("License[id=1, key=LicenseKey[****], projectId=null, title=null, domainId=null,"
                        + " status=null, expiresAt=null, maxDomains=null, maxSubdomainsPerDomain=null,"
                        + " maxUsagePerDay=null, allowedIps=[], allowedCountries=[], isTestLicense=null,"
                        + " allowConfigs=null, createdAt=null, updatedAt=null]");
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private static Object build(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }
}
