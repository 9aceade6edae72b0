package com.devpayr.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawBody;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import com.devpayr.testkit.contract.DevPayrContract;
import com.devpayr.testkit.contract.ExtraFieldsContract;
import com.devpayr.testkit.internal.http.HttpExchanges;
import com.devpayr.testkit.openapi.OpenApiValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The contract suite in memory, with every request that is accepted and every response of the platform compared with the
 * OpenAPI document. Stub responses are not compared, since many of them are wrong on purpose.
 */
class OpenApiReplayTest extends DevPayrContract {
    private static final OpenApiValidator OPENAPI = new OpenApiValidator();

    private final Queue<String> differences = new ConcurrentLinkedQueue<>();
    private final Set<Operation> compared = EnumSet.noneOf(Operation.class);

    @Override
    protected DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config) {
        return HttpDevPayr.create(config.build(), new ComparingTransport(fake));
    }

    @AfterEach
    void everythingIsAsDocumented() {
        assertThat(differences)
                .filteredOn(difference -> !difference.contains("property '" + ExtraFieldsContract.UNKNOWN))
                .isEmpty();
    }

    @Test
    void comparesEveryOperation() {
        DevPayr backend = backend();
        long project =
                backend.projects().create(ProjectDraft.builder("Acme").build()).id();
        backend.projects().list(PageRequest.first());
        backend.projects().get(project);
        backend.projects().update(project, ProjectUpdate.builder().hasPaid(true).build());
        callDomains(backend, project);
        callLicenses(backend, project);
        callInjectables(backend, project);
        backend.ping();
        backend.projects().delete(project);

        assertThat(compared)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Operation.values())
                        .filter(operation -> !operation.isRaw())
                        .toList());
    }

    private static void callDomains(DevPayr backend, long project) {
        long domain = backend.domains()
                .create(
                        project,
                        DomainDraft.builder(DOMAIN, DomainEnvironment.PRODUCTION)
                                .isVerified(true)
                                .build())
                .id();
        backend.domains().list(project, PageRequest.first());
        backend.domains().get(project, domain);
        backend.domains()
                .update(project, domain, DomainUpdate.builder().hasPaid(true).build());
        backend.payments().status(project, PaymentQuery.ofDomain());
        backend.domains().delete(project, domain);
    }

    private static void callLicenses(DevPayr backend, long project) {
        long license = backend.licenses()
                .create(project, LicenseDraft.builder("Pro").unlimitedDomains().build())
                .id();
        backend.licenses().list(project, PageRequest.first());
        backend.licenses().get(project, license);
        backend.licenses()
                .update(project, license, LicenseUpdate.builder().maxDomains(3).build());
        backend.licenses().revoke(project, license);
        backend.licenses().reactivate(project, license);
        backend.licenses().delete(project, license);
    }

    private void callInjectables(DevPayr backend, long project) {
        long injectable = backend.injectables()
                .create(
                        project,
                        InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                                .targetPath("logo.png")
                                .file(Upload.of("logo.png", new byte[] {1, 2}))
                                .build())
                .id();
        backend.injectables().list(project, PageRequest.first());
        backend.injectables().get(project, injectable);
        backend.injectables()
                .update(
                        project,
                        injectable,
                        InjectableUpdate.builder()
                                .file(Upload.of("logo.png", new byte[] {3}), SECRET)
                                .build());
        DevPayr application = application(backend.licenses()
                .create(project, LicenseDraft.builder("Application").build())
                .key());
        application.runtime().injectables(PageRequest.first());
        application.runtime().checkPayment(PaymentQuery.ofProject().withInjectables());
        backend.injectables().delete(project, injectable);
    }

    @Test
    void detectsAWrongResponse() {
        byte[] body =
                "{\"status\":\"success\",\"data\":{\"id\":\"12\",\"title\":\"Pro\",\"colour\":\"red\"},\"errors\":null}"
                        .getBytes(UTF_8);

        List<String> found = OPENAPI.checkResponse(Operation.LICENSE_GET, 200, body);

        assertThat(found)
                .anyMatch(text -> text.contains("uuid"))
                .anyMatch(text -> text.contains("/data/id"))
                .anyMatch(text -> text.contains("colour"));
        assertThat(OPENAPI.checkResponse(Operation.LICENSE_GET, 302, body)).hasSize(1);
    }

    @Test
    void detectsAWrongRequest() {
        assertThat(OPENAPI.checkRequest(
                        Operation.LICENSE_CREATE,
                        HttpExchanges.request(
                                "POST",
                                "project/7/licenses",
                                null,
                                Map.of("Content-Type", "application/json"),
                                "{\"max_domains\":-1,\"tittle\":\"Pro\"}".getBytes(UTF_8),
                                "127.0.0.1")))
                .anyMatch(text -> text.contains("tittle"))
                .anyMatch(text -> text.contains("'title'"))
                .anyMatch(text -> text.contains("/max_domains"));
    }

    private final class ComparingTransport implements HttpTransport {
        private final InMemoryDevPayr fake;
        private final InMemoryTransport transport;

        ComparingTransport(InMemoryDevPayr fake) {
            this.fake = fake;
            this.transport = new InMemoryTransport(fake.platform());
        }

        @Override
        public String name() {
            return transport.name();
        }

        @Override
        public CompletableFuture<RawResponse> send(RawRequest request) {
            if (request.operation().isRaw()) {
                return transport.send(request); // the document describes no raw requests
            }
            RawRequest inMemory;
            try {
                inMemory = inMemory(request);
            } catch (IOException unreadable) {
                return CompletableFuture.failedFuture(unreadable);
            }
            boolean isStubbed = fake.platform().faults().stubs().containsKey(request.operation());
            return transport.send(inMemory).thenApply(response -> {
                if (response.status() / 100 == 2) {
                    compare(inMemory);
                }
                return isStubbed ? response : compare(request.operation(), response);
            });
        }

        private static RawRequest inMemory(RawRequest request) throws IOException {
            RawBody body = request.body();
            @Nullable RawBody copy = body == null ? null : RawBody.of(body.contentType(), body.toByteArray());
            return new RawRequest(
                    request.operation(),
                    request.method(),
                    request.baseUrl(),
                    request.target(),
                    request.headers(),
                    copy,
                    request.maxResponseBytes(),
                    request.callTimeout());
        }

        private void compare(RawRequest request) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(request.headers());
            String path = request.target().split("\\?", 2)[0];
            differences.addAll(OPENAPI.checkRequest(
                    request.operation(),
                    HttpExchanges.request(request.method(), path, null, headers, request.bodyBytes(), "127.0.0.1")));
        }

        private RawResponse compare(Operation operation, RawResponse response) {
            try {
                byte[] body = response.body().readAllBytes();
                differences.addAll(OPENAPI.checkResponse(operation, response.status(), body));
                if (response.status() / 100 == 2) {
                    compared.add(operation);
                }
                return RawResponse.of(response.status(), response.headers(), body);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
