package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the fields of drafts and updates that the library does not know. */
class ExtraFieldsTest {
    private static final Secret SECRET = Secret.of("a-good-secret");

    /** The methods of builders that set no field of their own name. */
    private static final Set<String> OTHER_METHODS = Set.of("build", "extra");

    static Stream<Supplier<Object>> builders() {
        return Stream.of(
                () -> ProjectDraft.builder("Shop"),
                ProjectUpdate::builder,
                () -> DomainDraft.builder("a.example", DomainEnvironment.STAGING),
                DomainUpdate::builder,
                () -> LicenseDraft.builder("Pro"),
                LicenseUpdate::builder,
                () -> InjectableDraft.builder(InjectableType.HTML, InjectableMode.WRITE, SECRET)
                        .targetPath("t")
                        .content("x"),
                InjectableUpdate::builder);
    }

    static Stream<Arguments> knownFields() {
        return builders().flatMap(builder -> names(builder.get()).map(name -> Arguments.of(builder, name)));
    }

    /** Returns the names in JSON: those of the setters, and those that the builder has set already. */
    private static Stream<String> names(Object builder) {
        Stream<String> setters = Arrays.stream(builder.getClass().getMethods())
                .map(Method::getName)
                .filter(name ->
                        !OTHER_METHODS.contains(name) && !name.startsWith("clear") && !name.startsWith("unlimited"))
                .filter(name -> Arrays.stream(Object.class.getMethods())
                        .noneMatch(method -> method.getName().equals(name)))
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
        return Stream.concat(setters, RequestBodies.of(build(builder)).values().keySet().stream())
                .distinct()
                .sorted(); // reflection returns the methods in another order in each JVM
    }

    @ParameterizedTest
    @MethodSource("builders")
    void sendsAFieldThatTheLibraryDoesNotKnow(Supplier<Object> builder) {
        Object draft = build(extra(builder.get(), "added_later", List.of(1, "two")));

        assertThat(RequestBodies.of(draft).values()).containsEntry("added_later", List.of(1, "two"));
        assertThat(RequestBodies.of(draft).extra()).containsOnlyKeys("added_later");
        assertThat(invoke(draft, "extra", new Class<?>[0])).isEqualTo(Map.of("added_later", List.of(1, "two")));
    }

    @ParameterizedTest
    @MethodSource("builders")
    void comparesAFieldThatTheLibraryDoesNotKnow(Supplier<Object> builder) {
        Object draft = build(extra(builder.get(), "added_later", "x"));
        Object same = build(extra(builder.get(), "added_later", "x"));
        Object bare = build(builder.get());

        assertThat(draft).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(draft).isNotEqualTo(bare).doesNotHaveSameHashCodeAs(bare);
    }

    @ParameterizedTest
    @MethodSource("knownFields")
    void refusesAFieldThatThereIsAMethodFor(Supplier<Object> builder, String name) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> extra(builder.get(), name, "x"))
                .withMessageStartingWith(name + " is not an extra field; use ")
                .satisfies(failure -> {
                    String message = String.valueOf(failure.getMessage());
                    String method = message.substring(message.lastIndexOf(' ') + 1, message.indexOf("(…)"));
                    assertThat(Stream.concat(
                                            Arrays.stream(
                                                    builder.get().getClass().getMethods()),
                                            Arrays.stream(builder.get()
                                                    .getClass()
                                                    .getEnclosingClass()
                                                    .getMethods()))
                                    .map(Method::getName))
                            .contains(method);
                });
    }

    @Test
    void namesTheMethodOfAKnownField() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LicenseDraft.builder("Pro").extra("max_domains", 3))
                .withMessage("max_domains is not an extra field; use maxDomains(…)");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LicenseDraft.builder("Pro").extra("title", "Basic"))
                .withMessage("title is not an extra field; use builder(…)");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> InjectableUpdate.builder().extra("secret", "x"))
                .withMessage("secret is not an extra field; use content(…)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "_method"})
    void refusesNamesThatAreNotFields(String name) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LicenseUpdate.builder().extra(name, "DELETE"));
    }

    @Test
    void copiesJsonValues() {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("nothing", null);
        List<Object> list = new ArrayList<>(List.of(true, 1L, 2.5, BigDecimal.TEN, map));
        LicenseDraft draft = LicenseDraft.builder("Pro")
                .extra("list", list)
                .extra("cleared", null)
                .build();
        list.clear();
        map.clear();

        assertThat(draft.extra()).containsOnlyKeys("list", "cleared").isUnmodifiable();
        assertThat(draft.extra().get("cleared")).isNull();
        assertThat(draft.extra())
                .extractingByKey("list")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(5)
                .isUnmodifiable()
                .last()
                .isEqualTo(Collections.singletonMap("nothing", null));
        assertThat(LicenseDraft.builder("Pro").build().extra()).isSameAs(Map.of());
    }

    static Stream<Object> notJson() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        Map<String, Object> endlessMap = new HashMap<>();
        endlessMap.put("self", endlessMap);
        return Stream.of(
                Instant.EPOCH,
                Double.NaN,
                Float.POSITIVE_INFINITY,
                SECRET,
                new int[] {1},
                List.of(Instant.EPOCH),
                Map.of(1, "x"),
                Collections.singletonMap(null, "x"),
                endless,
                endlessMap);
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void refusesValuesThatAreNotJson(Object value) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LicenseDraft.builder("Pro").extra("added_later", value))
                .withMessageStartingWith("added_later ");
    }

    @Test
    void doesNotShowTheValues() {
        assertThat(LicenseDraft.builder("Pro").extra("token", "s3cr3t").build())
                .hasToString("LicenseDraft{title=Pro, token=****}");
    }

    private static Object extra(Object builder, String name, Object value) {
        return invoke(builder, "extra", new Class<?>[] {String.class, Object.class}, name, value);
    }

    private static Object build(Object builder) {
        return invoke(builder, "build", new Class<?>[0]);
    }

    private static Object invoke(Object target, String method, Class<?>[] types, Object... arguments) {
        try {
            return target.getClass().getMethod(method, types).invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError(thrown);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }
}
