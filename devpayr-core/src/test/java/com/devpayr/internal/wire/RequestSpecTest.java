package com.devpayr.internal.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSpecTest {
    private static final Secret SECRET = Secret.of("a-good-secret");

    @Test
    void putsIdsIntoThePathAndFieldsIntoTheBody() {
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        RequestSpec spec = RequestSpec.of(Operation.LICENSE_CREATE, List.of(7L, draft));

        assertThat(spec.method()).isEqualTo("POST");
        assertThat(spec.target()).isEqualTo("project/7/licenses");
        assertThat(spec.query()).isEmpty();
        assertThat(spec.rawQuery()).isNull();
        assertThat(spec.body()).isEqualTo(RequestBodies.of(draft));
    }

    @Test
    void putsParametersIntoTheQuery() {
        RequestSpec spec = RequestSpec.of(
                Operation.LICENSE_LIST, List.of(7L, PageRequest.ofSize(5).withCursor("a=")));

        assertThat(spec.query()).isEqualTo(Map.of("per_page", "5", "cursor", "a="));
        assertThat(spec.target()).isEqualTo("project/7/licenses?" + spec.rawQuery());
        assertThat(requireNonNull(spec.rawQuery()).split("&")).containsExactlyInAnyOrder("per_page=5", "cursor=a%3D");
        assertThat(spec.body()).isNull();
    }

    @Test
    void onlyThePaymentCheckHasAnEmptyBody() {
        RequestBody empty = RequestSpec.of(Operation.PAYMENT_CHECK, List.of(PaymentQuery.ofProject()))
                .body();

        assertThat(empty).isNotNull().extracting(RequestBody::values).isEqualTo(Map.of());
        assertThat(RequestSpec.of(Operation.PAYMENT_STATUS, List.of(7L, PaymentQuery.ofProject()))
                        .body())
                .isNull();
    }

    @Test
    void aPaymentQueryChecksTheProjectOrTheDomain() {
        assertThat(QueryParameters.of(PaymentQuery.ofProject())).isEqualTo(Map.of("action", "check_project"));
        assertThat(PaymentQuery.ofProject()).hasToString("PaymentQuery[forProject=true, includesInjectables=false]");
        assertThat(QueryParameters.of(PaymentQuery.ofDomain())).isEmpty();
        assertThat(QueryParameters.of(PaymentQuery.ofProject().withInjectables()))
                .isEqualTo(Map.of("action", "check_project", "include", "injectables"));
        assertThat(QueryParameters.of(PaymentQuery.ofDomain().withInjectables()))
                .isEqualTo(Map.of("include", "injectables"));
    }

    @Test
    void anUpdateWithAFileIsSentAsPost() {
        InjectableUpdate file = InjectableUpdate.builder()
                .file(Upload.of("a", new byte[0]), SECRET)
                .build();
        InjectableUpdate text = InjectableUpdate.builder().content("a", SECRET).build();

        assertThat(RequestSpec.of(Operation.INJECTABLE_UPDATE, List.of(7L, 8L, file))
                        .method())
                .isEqualTo("POST");
        assertThat(RequestSpec.of(Operation.INJECTABLE_UPDATE, List.of(7L, 8L, text))
                        .method())
                .isEqualTo("PUT");
    }

    @Test
    void rejectsAnArgumentOfUnknownType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestSpec.of(Operation.LICENSE_GET, List.of("text")))
                .withMessageContaining("an argument that belongs to no part of a request");
    }

    @Test
    void aTargetWithoutParametersIsThePath() {
        assertThat(RequestSpec.of(Operation.LICENSE_REVOKE, List.of(7L, 8L)).target())
                .isEqualTo("project/7/licenses/8/revoke");
    }

    @Test
    void aTargetIsEncoded() {
        PageRequest page = PageRequest.first().withCursor("a b&c=d/é");

        assertThat(RequestSpec.of(Operation.PROJECT_LIST, List.of(page)).target())
                .startsWith("projects?")
                .contains("cursor=a%20b%26c%3Dd%2F%C3%A9");
    }

    @Test
    void aRawRequestDeterminesItsMethodTargetAndCredential() {
        RawCall call = new RawCall("PATCH", "project/7/seats?per_page=5", Credential.LICENSE_KEY, "{}");
        RequestSpec spec = RequestSpec.of(call.operation(), List.of(call));

        assertThat(spec.raw()).isSameAs(call);
        assertThat(spec.method()).isEqualTo("PATCH");
        assertThat(spec.target()).isEqualTo("project/7/seats?per_page=5");
        assertThat(spec.credential()).isEqualTo(Credential.LICENSE_KEY);
        assertThat(spec.body()).isNull();
    }

    @Test
    void anOperationDeterminesTheCredentialOfOtherRequests() {
        assertThat(RequestSpec.of(Operation.LICENSE_GET, List.of(7L, 8L)).credential())
                .isEqualTo(Credential.API_KEY);
        assertThat(RequestSpec.of(Operation.PAYMENT_CHECK, List.of(PaymentQuery.ofProject()))
                        .credential())
                .isEqualTo(Credential.LICENSE_KEY);
        assertThat(RequestSpec.of(Operation.PING, List.of()).credential()).isNull();
    }
}
