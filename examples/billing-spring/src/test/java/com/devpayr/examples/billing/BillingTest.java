package com.devpayr.examples.billing;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ForbiddenException;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.StubResponse;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** End-to-end tests over HTTP. Each test has its own order. */
@TestInstance(Lifecycle.PER_CLASS)
class BillingTest {
    private static final String PAID = "payment.succeeded";
    private static final String CHARGED_BACK = "charge.disputed";
    private static final String SETTLED = "charge.settled";

    private final BillingFixture fixture;
    private final Instant start;
    private int orders;
    private String order = "";

    BillingTest(@TempDir Path folder) {
        fixture = new BillingFixture(folder);
        start = fixture.fake.clock().instant();
    }

    @BeforeEach
    void startOrder() {
        order = "A-" + ++orders;
        fixture.fake.clock().set(start.plus(Duration.ofDays(orders)));
        fixture.fake.account("Default").maxDomains(Integer.MAX_VALUE);
        fixture.fake.clearRequests();
    }

    @AfterAll
    void end() {
        fixture.close();
    }

    @Test
    void provisionsTheCustomerOnPayment() throws Exception {
        assertThat(deliver(PAID, 0)).isEqualTo(204);

        License license = license();
        String key = Files.readString(fixture.folder.resolve("outbox").resolve(order + ".license"));
        assertThat(key).isEqualTo(license.key().reveal());
        DevPayr application = fixture.licensedApplication(key, domain());
        assertThat(application.runtime().checkPayment(PaymentQuery.ofDomain()).hasPaid())
                .isTrue();
        assertThat(application.runtime().listAllInjectables())
                .extracting(each -> new String(
                        InjectableCrypto.create(Secret.of(EmulatedConnection.SECRET))
                                .open(each),
                        UTF_8))
                .containsExactly("{\"edition\": \"pro\"}");
    }

    @Test
    void aRepeatedEventSendsNoRequest() throws Exception {
        deliver(PAID, 0);
        fixture.fake.clearRequests();

        assertThat(deliver(PAID, 0)).isEqualTo(204);

        assertThat(fixture.fake).receivedNothing();
    }

    @Test
    void aSecondOrderUsesTheExistingDomainEvenIfThePlanIsFull() throws Exception {
        deliver(PAID, 0);
        fixture.fake.account("Default").maxDomains(1);
        fixture.fake.clearRequests();

        String second = PaymentProvider.event(order + "-x", PAID, start, order + "-x", "Jane Doe", domain());
        assertThat(fixture.provider().deliver(second).statusCode()).isEqualTo(204);

        assertThat(fixture.fake)
                .receivedExactly(
                        Operation.INJECTABLE_LIST,
                        Operation.DOMAIN_LIST,
                        Operation.LICENSE_LIST,
                        Operation.LICENSE_CREATE);
    }

    @Test
    void concurrentDeliveriesCreateOneOfEachResource() throws Exception {
        List<Callable<Integer>> deliveries = Stream.<Callable<Integer>>generate(() -> () -> deliver(PAID, 0))
                .limit(8)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(deliveries.size());
        try {
            for (Future<Integer> status : threads.invokeAll(deliveries)) {
                assertThat(status.get()).isEqualTo(204);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(fixture.fake).received(Operation.LICENSE_CREATE).once();
        assertThat(fixture.fake).received(Operation.DOMAIN_CREATE).once();
        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    @Test
    void aChargebackRevokesAndASettlementReactivatesTheLicense() throws Exception {
        deliver(PAID, 0);
        DevPayr application = fixture.licensedApplication(license().key().reveal(), domain());

        assertThat(deliver(CHARGED_BACK, 1)).isEqualTo(204);
        assertThat(license().status()).isEqualTo(LicenseStatus.REVOKED);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> application.runtime().checkPayment(PaymentQuery.ofDomain()));

        assertThat(deliver(SETTLED, 2)).isEqualTo(204);
        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
        assertThat(application.runtime().checkPayment(PaymentQuery.ofDomain()).hasPaid())
                .isTrue();
    }

    @Test
    void theEventWithTheLatestTimestampDecides() throws Exception {
        deliver(PAID, 0);
        deliver(SETTLED, 2);

        assertThat(deliver(CHARGED_BACK, 1)).isEqualTo(204);

        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    @Test
    void aChargebackBeforeItsPaymentCreatesNoLicense() throws Exception {
        assertThat(deliver(CHARGED_BACK, 1)).isEqualTo(204);
        assertThat(deliver(PAID, 0)).isEqualTo(204);

        assertThat(licenses()).isEmpty();
        assertThat(new DashboardClient(fixture.port()).page()).containsSubsequence(order, "Charged back", "None yet");
    }

    @Test
    void respondsWith503WhileDevPayrIsUnavailable() throws Exception {
        fixture.connection.disconnect();

        HttpResponse<String> rejected = fixture.provider().deliver(event(PAID, 0));

        assertThat(rejected.statusCode()).isEqualTo(503);
        assertThat(rejected.headers().firstValue("Retry-After")).hasValue("30");
        fixture.connection.reconnect();
        assertThat(licenses()).isEmpty();
        assertThat(deliver(PAID, 0)).isEqualTo(204);
        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            mode = Mode.INCLUDE,
            names = {"DOMAIN_CREATE", "LICENSE_CREATE"})
    void readsTheStateIfTheResponseIsLost(Operation creation) throws Exception {
        fixture.fake.stubNext(creation, StubResponse.disconnect().afterProcessing());

        assertThat(deliver(PAID, 0)).isEqualTo(204);

        assertThat(fixture.fake).received(creation).once();
        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            mode = Mode.INCLUDE,
            names = {"DOMAIN_CREATE", "LICENSE_CREATE"})
    void theNextDeliveryRepeatsALostRequest(Operation creation) throws Exception {
        fixture.fake.stubNext(creation, StubResponse.disconnect());

        assertThat(deliver(PAID, 0)).isEqualTo(503);
        assertThat(deliver(PAID, 0)).isEqualTo(204);

        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    @Test
    void aDuplicatedRequestCreatesOneLicense() throws Exception {
        fixture.fake.stubNext(Operation.LICENSE_CREATE, StubResponse.of(502).afterProcessingTwice());

        assertThat(deliver(PAID, 0)).isEqualTo(204);

        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    @Test
    void acceptsARevocationWhoseResponseIsLost() throws Exception {
        deliver(PAID, 0);
        fixture.fake.stubNext(
                Operation.LICENSE_REVOKE, StubResponse.disconnect().afterProcessing());

        assertThat(deliver(CHARGED_BACK, 1)).isEqualTo(204);

        assertThat(fixture.fake).received(Operation.LICENSE_REVOKE).once();
        assertThat(license().status()).isEqualTo(LicenseStatus.REVOKED);
    }

    @Test
    void theNextDeliveryRepeatsALostRevocation() throws Exception {
        deliver(PAID, 0);
        fixture.fake.stubNext(Operation.LICENSE_REVOKE, StubResponse.disconnect());

        assertThat(deliver(CHARGED_BACK, 1)).isEqualTo(503);
        assertThat(license().status()).isEqualTo(LicenseStatus.ACTIVE);
        assertThat(deliver(CHARGED_BACK, 1)).isEqualTo(204);
        assertThat(license().status()).isEqualTo(LicenseStatus.REVOKED);
    }

    @Test
    void aCrashBeforeRecordingCreatesNoSecondLicense() throws Exception {
        fixture.restart((purchase, key) -> {
            throw new LinkageError("the process ends here, as far as the database can tell");
        });
        assertThat(deliver(PAID, 0)).isEqualTo(500);
        long provisioned = license().id();

        fixture.restart(null);

        assertThat(deliver(PAID, 0)).isEqualTo(204);
        assertThat(license().id()).isEqualTo(provisioned);
        assertThat(fixture.folder.resolve("outbox").resolve(order + ".license")).isNotEmptyFile();
    }

    private int deliver(String type, int hours) throws Exception {
        return fixture.provider().deliver(event(type, hours)).statusCode();
    }

    private String event(String type, int hours) {
        return PaymentProvider.event(
                order + "-" + hours, type, start.plus(Duration.ofHours(hours)), order, "Jane Doe", domain());
    }

    private String domain() {
        return order.toLowerCase(Locale.ROOT) + ".example.com";
    }

    private List<License> licenses() {
        return fixture.licenses().stream()
                .filter(each -> ("Order " + order).equals(each.title()))
                .toList();
    }

    private License license() {
        assertThat(licenses()).hasSize(1);
        return licenses().get(0);
    }
}
