package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of fields that the library does not know, in requests and responses. */
public interface ExtraFieldsContract extends ContractFixture {
    /** The prefix of the names of the fields that the tests send, none of which the HTTP API documents. */
    String UNKNOWN = "added_later";

    @Test
    default void sendsExtraFieldsOfEveryDraftAndUpdate() {
        DevPayr backend = backend();

        long project = backend.projects()
                .create(ProjectDraft.builder("Acme").extra(UNKNOWN, 1).build())
                .id();
        backend.projects()
                .update(project, ProjectUpdate.builder().extra(UNKNOWN, 1).build());
        long domain = backend.domains()
                .create(
                        project,
                        DomainDraft.builder("a.example", DomainEnvironment.PRODUCTION)
                                .extra(UNKNOWN, 1)
                                .build())
                .id();
        backend.domains()
                .update(
                        project,
                        domain,
                        DomainUpdate.builder().extra(UNKNOWN, 1).build());
        long license = backend.licenses()
                .create(project, LicenseDraft.builder("Pro").extra(UNKNOWN, 1).build())
                .id();
        backend.licenses()
                .update(
                        project,
                        license,
                        LicenseUpdate.builder().extra(UNKNOWN, 1).build());
        long injectable = backend.injectables()
                .create(
                        project,
                        InjectableDraft.builder(InjectableType.HTML, InjectableMode.WRITE, SECRET)
                                .targetPath("banner")
                                .content("x")
                                .extra(UNKNOWN, 1)
                                .build())
                .id();
        backend.injectables()
                .update(
                        project,
                        injectable,
                        InjectableUpdate.builder().extra(UNKNOWN, 1).build());

        assertThat(fake().requests())
                .hasSize(8)
                .extracting(RecordedRequest::fields)
                .allSatisfy(fields -> assertThat(fields).containsEntry(UNKNOWN, 1));
    }

    @Test
    default void sendsEveryJsonValueInAnExtraField() {
        FakeProject acme = fake().project("Acme");
        List<@Nullable Object> value = Arrays.asList(true, "größer", 2.5, null, Map.of("a", List.of()));

        backend()
                .licenses()
                .create(
                        acme.id(),
                        LicenseDraft.builder("Pro")
                                .extra(UNKNOWN, value)
                                .extra(UNKNOWN + "_null", null)
                                .build());

        assertThat(fake().requests().get(0).fields())
                .containsEntry(UNKNOWN, value)
                .containsEntry(UNKNOWN + "_null", null);
    }

    /** A form has no types: booleans are 1 and 0, and structures are JSON. */
    @Test
    default void sendsExtraFieldsBesideAFile() {
        FakeProject acme = fake().project("Acme");

        backend()
                .injectables()
                .create(
                        acme.id(),
                        InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                                .targetPath("a.bin")
                                .file(Upload.of("a.bin", new byte[] {1}))
                                .extra(UNKNOWN + "_flag", true)
                                .extra(UNKNOWN + "_list", List.of(1, 2))
                                .build());

        assertThat(fake().requests().get(0).fields())
                .containsEntry(UNKNOWN + "_flag", "1")
                .containsEntry(UNKNOWN + "_list", "[1,2]");
    }

    @Test
    default void returnsUnknownFieldsOfEveryResource() {
        DevPayr backend = backend();
        String unknown = ",\"added_later\":{\"list\":[1,\"two\",null,true,2.5]},\"nothing\":null}";
        Map<String, @Nullable Object> expected = new HashMap<>();
        expected.put("added_later", Map.of("list", Arrays.asList(1, "two", null, true, 2.5)));
        expected.put("nothing", null);
        String row = "{\"slug\":\"s\",\"type\":\"html\",\"mode\":\"write\"" + unknown;
        stubData(Operation.PROJECT_GET, "{\"id\":1,\"name\":\"A\",\"slug\":\"a\"" + unknown);
        stubData(Operation.DOMAIN_GET, "{\"id\":1,\"domain\":\"a.example\"" + unknown);
        stubData(Operation.LICENSE_LIST, "{\"data\":[{\"id\":1,\"uuid\":\"k\"" + unknown + "],\"next_cursor\":null}");
        stubData(Operation.INJECTABLE_GET, "{\"id\":1," + row.substring(1));
        stubData(Operation.PAYMENT_STATUS, "{\"has_paid\":true,\"injectables\":[" + row + "]" + unknown);

        assertThat(backend.projects().get(1).extra()).isEqualTo(expected).isUnmodifiable();
        assertThat(backend.domains().get(1, 1).extra()).isEqualTo(expected);
        assertThat(backend.licenses().list(1, PageRequest.first()).items())
                .extracting(License::extra)
                .containsExactly(expected);
        assertThat(backend.injectables().get(1, 1).extra()).isEqualTo(expected);
        assertThat(backend.payments().status(1, PaymentQuery.ofProject())).satisfies(status -> {
            assertThat(status.extra()).isEqualTo(expected);
            assertThat(status.injectables())
                    .extracting(DeliveredInjectable::extra)
                    .containsExactly(expected);
        });
    }

    @Test
    default void anUnknownFieldNeverInvalidatesAResponse() {
        DevPayr backend = backend();
        stubData(
                Operation.LICENSE_GET,
                "{\"id\":1,\"uuid\":\"k\",\"wide\":1e999999999999,\"long\":12345678901234567890,\"extra\":[],\"\":0}");

        assertThat(backend.licenses().get(1, 1).extra())
                .containsEntry("wide", "1e999999999999")
                .containsEntry("long", new BigInteger("12345678901234567890"))
                .containsEntry("extra", List.of())
                .containsEntry("", 0);
    }

    /** The platform ignores unknown fields of requests, and its responses have no fields that the library does not know. */
    @Test
    default void responsesOfThePlatformHaveNoUnknownFields() {
        DevPayr backend = backend();
        long project = backend.projects()
                .create(ProjectDraft.builder("Acme").extra(UNKNOWN, 1).build())
                .id();
        FakeProject acme = fake().project("Other").paid();
        acme.injectable("banner", SECRET, "x");
        License license =
                backend.licenses().create(acme.id(), LicenseDraft.builder("Pro").build());
        long domain = acme.domain("a.example").id();

        assertThat(List.of(
                        backend.projects().get(project).extra(),
                        backend.domains().get(acme.id(), domain).extra(),
                        backend.domains()
                                .list(acme.id(), PageRequest.first())
                                .items()
                                .get(0)
                                .extra(),
                        license.extra(),
                        backend.injectables()
                                .list(acme.id(), PageRequest.first())
                                .items()
                                .get(0)
                                .extra(),
                        backend.injectables().get(acme.id(), 1).extra(),
                        backend.payments()
                                .status(acme.id(), PaymentQuery.ofProject())
                                .extra(),
                        application(license.key())
                                .runtime()
                                .injectables(PageRequest.first())
                                .items()
                                .get(0)
                                .extra()))
                .allSatisfy(extra -> assertThat(extra).isSameAs(Map.of()));
    }

    private void stubData(Operation operation, String data) {
        fake().stubNext(operation, StubResponse.of(200).body("{\"data\":" + data + "}"));
    }
}
