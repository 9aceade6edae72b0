package com.devpayr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each service finds a resource by its name, and creates only one that does not exist. */
class ProvisioningTest {
    /** A type of resource: its operations, a resource with a name, and the methods to test. */
    record Type(
            Operation list,
            Operation create,
            Function<String, Object> resource,
            BiFunction<DevPayr, String, Optional<?>> find,
            BiFunction<DevPayr, String, EnsureResult<?>> ensure) {
        @Override
        public String toString() {
            return list.id();
        }

        /** Returns a platform with a resource on each of two pages. */
        FakeTransport platform() {
            return new FakeTransport((operation, arguments) -> {
                if (operation == create) {
                    return resource.apply("new");
                }
                assertThat(operation).isEqualTo(list);
                PageRequest request = (PageRequest) requireNonNull(arguments.get(arguments.size() - 1));
                return request.cursor() == null
                        ? Page.of(List.of(resource.apply("first")), "2")
                        : Page.of(List.of(resource.apply("second")));
            });
        }
    }

    static Stream<Type> types() {
        return Stream.of(
                new Type(
                        Operation.PROJECT_LIST,
                        Operation.PROJECT_CREATE,
                        name -> Project.builder(1, "Shop", name).build(),
                        (client, name) -> client.projects().findBySlug(name),
                        (client, name) -> client.projects()
                                .ensure(ProjectDraft.builder("Shop").slug(name).build())),
                new Type(
                        Operation.DOMAIN_LIST,
                        Operation.DOMAIN_CREATE,
                        name -> ProjectDomain.builder(1, name).build(),
                        (client, name) -> client.domains().findByDomain(7, name),
                        (client, name) -> client.domains()
                                .ensure(
                                        7,
                                        DomainDraft.builder(name, DomainEnvironment.STAGING)
                                                .build())),
                new Type(
                        Operation.LICENSE_LIST,
                        Operation.LICENSE_CREATE,
                        name -> License.builder(1, LicenseKey.of("s3cr3t-key"))
                                .title(name)
                                .build(),
                        (client, name) -> client.licenses().findByTitle(7, name),
                        (client, name) -> client.licenses()
                                .ensure(7, LicenseDraft.builder(name).build())),
                new Type(
                        Operation.INJECTABLE_LIST,
                        Operation.INJECTABLE_CREATE,
                        name -> Injectable.builder(1, name, InjectableType.HTML, InjectableMode.WRITE)
                                .build(),
                        (client, name) -> client.injectables().findBySlug(7, name),
                        (client, name) -> client.injectables().ensure(7, injectable(name))));
    }

    private static InjectableDraft injectable(String slug) {
        return InjectableDraft.builder(InjectableType.HTML, InjectableMode.WRITE, Secret.of("a-good-secret"))
                .slug(slug)
                .targetPath("banner")
                .content("x")
                .build();
    }

    @ParameterizedTest
    @MethodSource("types")
    void findsAResourceOnAnyPage(Type type) {
        FakeTransport platform = type.platform();

        Optional<?> found = type.find().apply(platform.client(), "second");

        assertThat(found.orElseThrow()).isEqualTo(type.resource().apply("second"));
        assertThat(platform.operations()).containsExactly(type.list(), type.list());
    }

    @ParameterizedTest
    @MethodSource("types")
    void findsNoResourceWithAnotherName(Type type) {
        assertThat(type.find().apply(type.platform().client(), "third")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void ensureReturnsAnExistingResource(Type type) {
        FakeTransport platform = type.platform();

        EnsureResult<?> result = type.ensure().apply(platform.client(), "first");

        assertThat(result).isEqualTo(new EnsureResult<>(type.resource().apply("first"), false));
        assertThat(platform.operations()).doesNotContain(type.create());
    }

    @ParameterizedTest
    @MethodSource("types")
    void ensureCreatesAMissingResource(Type type) {
        FakeTransport platform = type.platform();

        EnsureResult<?> result = type.ensure().apply(platform.client(), "new");

        assertThat(result).isEqualTo(new EnsureResult<>(type.resource().apply("new"), true));
        assertThat(platform.operations()).containsExactly(type.list(), type.list(), type.create());
    }
}
