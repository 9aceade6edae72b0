package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ForbiddenException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.testkit.FakeProject;
import org.junit.jupiter.api.Test;

/** The contract of the payment status by API key. */
public interface PaymentContract extends ContractFixture {
    @Test
    @Verifies(Operation.PAYMENT_STATUS)
    default void statusOfAProject() {
        FakeProject acme = fake().project("Acme");
        DevPayr devpayr = backend();

        assertThat(devpayr.payments().status(acme.id(), PaymentQuery.ofProject()))
                .isEqualTo(PaymentStatus.builder(false).build());
        acme.paid();
        assertThat(devpayr.payments()
                        .status(acme.id(), PaymentQuery.ofProject())
                        .hasPaid())
                .isTrue();
    }

    @Test
    default void statusOfADomain() {
        FakeProject acme = fake().project("Acme");
        acme.domain(DOMAIN).paid();

        assertThat(backend()
                        .payments()
                        .status(acme.id(), PaymentQuery.ofDomain())
                        .hasPaid())
                .isTrue();
    }

    @Test
    default void statusOfAForeignDomainIsForbidden() {
        FakeProject acme = fake().project("Acme").paid();
        acme.domain(DOMAIN);
        DevPayr elsewhere = connect(
                DevPayrConfig.builder().apiKey(acme.createApiKey().reveal()).domain("elsewhere.example.com"));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> elsewhere.payments().status(acme.id(), PaymentQuery.ofDomain()));
    }

    @Test
    default void statusIncludesInjectablesWhenPaidAndRequested() {
        FakeProject acme = fake().project("Acme").paid();
        acme.injectable("banner", SECRET, "hello").onlyIfPaid();
        DevPayr devpayr = backend();

        assertThat(devpayr.payments()
                        .status(acme.id(), PaymentQuery.ofProject().withInjectables())
                        .injectables())
                .extracting(DeliveredInjectable::slug)
                .containsExactly("banner");
        assertThat(devpayr.payments()
                        .status(acme.id(), PaymentQuery.ofProject())
                        .injectables())
                .isEmpty();
        acme.unpaid();
        assertThat(devpayr.payments()
                        .status(acme.id(), PaymentQuery.ofProject().withInjectables())
                        .injectables())
                .isEmpty();
    }
}
