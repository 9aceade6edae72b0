package com.devpayr.internal.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.license.LicenseDraft;
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
    void idsGoIntoTheRouteAndFieldsIntoTheBody() {
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        RequestSpec call = RequestSpec.of(Operation.LICENSE_CREATE, List.of(7L, draft));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("project/7/licenses");
        assertThat(call.query()).isEmpty();
        assertThat(call.rawQuery()).isNull();
        assertThat(call.body()).isSameAs(draft);
    }

    @Test
    void aParameterObjectGoesIntoTheQuery() {
        RequestSpec call = RequestSpec.of(
                Operation.LICENSE_LIST, List.of(7L, PageRequest.ofSize(5).after("a=")));

        assertThat(call.query()).isEqualTo(Map.of("per_page", "5", "cursor", "a="));
        assertThat(requireNonNull(call.rawQuery()).split("&")).containsExactlyInAnyOrder("per_page=5", "cursor=a%3D");
        assertThat(call.body()).isNull();
    }

    @Test
    void aPaymentCheckHasAnEmptyBodyAndOtherReadsHaveNone() {
        Fields empty = RequestSpec.of(Operation.PAYMENT_CHECK, List.of(PaymentQuery.ofProject()))
                .body();

        assertThat(empty).isNotNull().extracting(Fields::values).isEqualTo(Map.of());
        assertThat(RequestSpec.of(Operation.PAYMENT_STATUS, List.of(7L, PaymentQuery.ofProject()))
                        .body())
                .isNull();
    }

    @Test
    void aPaymentQueryAsksForTheProjectUnlessForTheDomain() {
        assertThat(PaymentQuery.ofProject().parameters()).isEqualTo(Map.of("action", "check_project"));
        assertThat(PaymentQuery.ofProject()).hasToString("PaymentQuery{action=check_project}");
        assertThat(PaymentQuery.ofDomain().parameters()).isEmpty();
        assertThat(PaymentQuery.ofProject().withInjectables().parameters())
                .isEqualTo(Map.of("action", "check_project", "include", "injectables"));
        assertThat(PaymentQuery.ofDomain().withInjectables().parameters()).isEqualTo(Map.of("include", "injectables"));
    }

    @Test
    void anUpdateWithAFileIsPosted() {
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
    void anArgumentWithoutAPlaceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestSpec.of(Operation.LICENSE_GET, List.of("text")))
                .withMessageContaining("no place on the wire");
    }
}
