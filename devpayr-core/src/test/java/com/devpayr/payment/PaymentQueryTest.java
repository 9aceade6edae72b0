package com.devpayr.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests how payment queries are compared and shown. */
class PaymentQueryTest {
    @Test
    void aQueryIsForTheProjectOrForADomain() {
        assertThat(PaymentQuery.ofProject().isForProject()).isTrue();
        assertThat(PaymentQuery.ofDomain().isForProject()).isFalse();
        assertThat(PaymentQuery.ofDomain().withInjectables().isForProject()).isFalse();
    }

    @Test
    void requestsInjectablesOnlyIfAsked() {
        assertThat(PaymentQuery.ofProject().includesInjectables()).isFalse();
        assertThat(PaymentQuery.ofProject().withInjectables().includesInjectables())
                .isTrue();
    }

    @Test
    void comparesAllFields() {
        PaymentQuery query = PaymentQuery.ofProject().withInjectables();

        assertThat(query)
                .isEqualTo(PaymentQuery.ofProject().withInjectables())
                .hasSameHashCodeAs(PaymentQuery.ofProject().withInjectables())
                .doesNotHaveSameHashCodeAs(PaymentQuery.ofProject())
                .isNotEqualTo(PaymentQuery.ofProject())
                .isNotEqualTo(PaymentQuery.ofDomain().withInjectables())
                .isNotEqualTo(true);
    }

    @Test
    void showsAllFields() {
        assertThat(PaymentQuery.ofDomain().withInjectables())
                .hasToString("PaymentQuery[forProject=false, includesInjectables=true]");
    }
}
