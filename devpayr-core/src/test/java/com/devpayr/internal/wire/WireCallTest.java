package com.devpayr.internal.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireCallTest {
    private static final Secret SECRET = Secret.of("a-good-secret");

    @Test
    void idsGoIntoTheRouteAndFieldsIntoTheBody() {
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        WireCall call = WireCall.of(Operation.LICENSE_CREATE, List.of(7L, draft));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("project/7/licenses");
        assertThat(call.query()).isEmpty();
        assertThat(call.rawQuery()).isNull();
        assertThat(call.body()).isEqualTo(RequestBodies.of(draft));
    }

    @Test
    void aParameterObjectGoesIntoTheQuery() {
        WireCall call = WireCall.of(
                Operation.LICENSE_LIST, List.of(7L, PageRequest.ofSize(5).withCursor("a=")));

        assertThat(call.query()).isEqualTo(Map.of("per_page", "5", "cursor", "a="));
        assertThat(requireNonNull(call.rawQuery()).split("&")).containsExactlyInAnyOrder("per_page=5", "cursor=a%3D");
        assertThat(call.body()).isNull();
    }

    @Test
    void aPaymentCheckHasAnEmptyBodyAndOtherReadsHaveNone() {
        RequestBody empty = WireCall.of(Operation.PAYMENT_CHECK, List.of(PaymentQuery.ofProject()))
                .body();

        assertThat(empty).isNotNull().extracting(RequestBody::values).isEqualTo(Map.of());
        assertThat(WireCall.of(Operation.PAYMENT_STATUS, List.of(7L, PaymentQuery.ofProject()))
                        .body())
                .isNull();
    }

    @Test
    void aPaymentQueryAsksForTheProjectUnlessForTheDomain() {
        assertThat(QueryParameters.of(PaymentQuery.ofProject())).isEqualTo(Map.of("action", "check_project"));
        assertThat(PaymentQuery.ofProject()).hasToString("PaymentQuery[forProject=true, includesInjectables=false]");
        assertThat(QueryParameters.of(PaymentQuery.ofDomain())).isEmpty();
        assertThat(QueryParameters.of(PaymentQuery.ofProject().withInjectables()))
                .isEqualTo(Map.of("action", "check_project", "include", "injectables"));
        assertThat(QueryParameters.of(PaymentQuery.ofDomain().withInjectables()))
                .isEqualTo(Map.of("include", "injectables"));
    }

    @Test
    void anUpdateWithAFileIsPosted() {
        InjectableUpdate file = InjectableUpdate.builder()
                .file(Upload.of("a", new byte[0]), SECRET)
                .build();
        InjectableUpdate text = InjectableUpdate.builder().content("a", SECRET).build();

        assertThat(WireCall.of(Operation.INJECTABLE_UPDATE, List.of(7L, 8L, file))
                        .method())
                .isEqualTo("POST");
        assertThat(WireCall.of(Operation.INJECTABLE_UPDATE, List.of(7L, 8L, text))
                        .method())
                .isEqualTo("PUT");
    }

    @Test
    void anArgumentWithoutAPlaceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireCall.of(Operation.LICENSE_GET, List.of("text")))
                .withMessageContaining("no place on the wire");
    }
}
