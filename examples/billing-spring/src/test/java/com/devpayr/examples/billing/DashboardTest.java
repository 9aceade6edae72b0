package com.devpayr.examples.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The content of the dashboard and of the log. */
@ExtendWith(OutputCaptureExtension.class)
class DashboardTest {
    private final Path folder;

    DashboardTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void showsLicensesPaymentsAndProblemsWithoutSecrets(CapturedOutput output) throws Exception {
        try (BillingFixture fixture = new BillingFixture(folder, "--logging.level.root=debug")) {
            Instant now = fixture.fake.clock().instant();
            PaymentProvider provider = fixture.provider();
            provider.deliver(PaymentProvider.event(
                    "evt-1", "payment.succeeded", now, "C-1", "<script>alert(1)</script>", "jane.example.com"));
            provider.deliver(PaymentProvider.event(
                    "evt-2", "charge.disputed", now.plusSeconds(1), "C-1", "Jane", "jane.example.com"));
            fixture.fake.stubNext(Operation.LICENSE_CREATE, StubResponse.of(503));
            provider.deliver(PaymentProvider.event("evt-3", "payment.succeeded", now, "C-2", "Joe", "joe.example.com"));
            provider.deliver("{}", "t=1,v1=00");

            DashboardClient client = new DashboardClient(fixture.port());
            HttpResponse<String> page = client.get("shop:" + BillingFixture.PASSWORD);

            String key = fixture.licenses().get(0).key().reveal();
            assertThat(page.body())
                    .containsSubsequence(
                            "C-1",
                            "&lt;script&gt;alert(1)&lt;/script&gt;",
                            "Charged back",
                            "Revoked",
                            "key ends in " + key.substring(key.length() - 4))
                    .containsSubsequence("C-2", "Paid", "None yet", "Waits for DevPayr: ", "license.create")
                    .doesNotContain("<script");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; style-src 'self'");
            assertThat(client.get("shop:guess").statusCode()).isEqualTo(401);
            assertThat(client.getWithoutLogin().statusCode()).isEqualTo(401);
            for (String secret : List.of(
                    key,
                    fixture.connection.apiKey(),
                    EmulatedConnection.SECRET,
                    PaymentProvider.SECRET,
                    DevPayrWebhooks.SECRET,
                    BillingFixture.PASSWORD)) {
                assertThat(output.getAll() + page.body()).doesNotContain(secret);
            }
            assertThat(output).contains("Payment event not processed; waiting for its next delivery");
        }
    }
}
