package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ForbiddenException;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of the options of single calls. */
public interface CallOptionsContract extends ContractFixture {
    @Test
    default void headersAndDomainOfACallAreSentWithThisCallOnly() {
        DevPayr devpayr = backend();
        DevPayr traced = devpayr.withOptions(CallOptions.builder()
                .header("traceparent", "00-{trace}-01")
                .header("X-Tenant", "acme")
                .domain("https://Other.example.com/")
                .build());

        traced.projects().list(PageRequest.first());
        devpayr.projects().list(PageRequest.first());

        List<RecordedRequest> requests = fake().requests();
        assertThat(requests.get(0).headers())
                .containsEntry("traceparent", "00-{trace}-01")
                .containsEntry("X-Tenant", "acme")
                .containsEntry("X-Devpayr-Domain", "other.example.com");
        assertThat(requests.get(1).headers())
                .doesNotContainKeys("traceparent", "X-Tenant")
                .containsEntry("X-Devpayr-Domain", DOMAIN);
    }

    @Test
    default void credentialOfACallTakesThePlaceOfTheConfiguredOne() {
        ApiKey key = fake().createGlobalKey();
        CallOptions options = CallOptions.builder().apiKey(key).build();
        DevPayr unauthorized = backend(ApiKey.of("gk_1_1_another"));
        DevPayr unconfigured = connect(DevPayrConfig.builder().domain(DOMAIN));

        assertThat(unauthorized
                        .withOptions(options)
                        .projects()
                        .list(PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(unconfigured
                        .withOptions(options)
                        .projects()
                        .list(PageRequest.first())
                        .items())
                .isEmpty();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> unauthorized.projects().list(PageRequest.first()));
    }

    @Test
    default void domainOfACallNeedsNoConfiguredOne() {
        DevPayr devpayr = connect(DevPayrConfig.builder()
                .apiKey(fake().createGlobalKey().reveal())
                .requireDomain());

        devpayr.withOptions(CallOptions.builder().domain("acme.example.com").build())
                .projects()
                .list(PageRequest.first());

        assertThat(fake().requests().get(0).headers()).containsEntry("X-Devpayr-Domain", "acme.example.com");
    }

    @Test
    default void onlyTheCredentialOfTheOperationIsSent() {
        FakeProject acme = fake().project("Acme").paid();
        DevPayr devpayr = connect(DevPayrConfig.builder().domain(DOMAIN))
                .withOptions(CallOptions.builder()
                        .apiKey(fake().createGlobalKey())
                        .licenseKey(acme.license("Pro").key())
                        .build());

        assertThat(devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid())
                .isTrue();
        assertThat(devpayr.projects().get(acme.id()).name()).isEqualTo("Acme");

        assertThat(fake().requests().get(0).headers())
                .containsKey("X-LICENSE-KEY")
                .doesNotContainKey("X-API-KEY");
        assertThat(fake().requests().get(1).headers()).containsKey("X-API-KEY").doesNotContainKey("X-LICENSE-KEY");
    }

    @Test
    default void credentialOfACallIsMaskedInErrors() {
        fake().stubNext(
                        Operation.PROJECT_LIST,
                        StubResponse.of(403).body("{\"message\":\"gk_1_1_of-this-call is not valid\"}"));
        DevPayr devpayr = backend()
                .withOptions(CallOptions.builder().apiKey("gk_1_1_of-this-call").build());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()))
                .satisfies(failure -> assertThat(failure.serverMessage()).isEqualTo("**** is not valid"));
    }

    @Test
    default void interceptorSeesTheOptions() {
        List<CallOptions> seen = new ArrayList<>();
        DevPayr devpayr = backend().with(call -> {
            seen.add(call.options());
            return call.proceed();
        });
        CallOptions timeout =
                CallOptions.builder().timeout(Duration.ofSeconds(20)).build();
        CallOptions domain = CallOptions.builder().domain("acme.example.com").build();

        devpayr.projects().list(PageRequest.first());
        devpayr.withOptions(timeout).withOptions(domain).projects().list(PageRequest.first());

        assertThat(seen.get(0).isEmpty()).isTrue();
        assertThat(seen.get(1).timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(seen.get(1).domain()).isEqualTo("acme.example.com");
    }

    @Test
    default void clientWithOptionsSharesTheLifecycle() {
        DevPayr devpayr = backend();

        devpayr.withOptions(CallOptions.builder().domain("acme.example.com").build())
                .close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()));
    }
}
