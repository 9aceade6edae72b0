package com.devpayr.testkit.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.StubResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract for malformed and missing responses. */
public interface MalformedResponseContract extends ContractFixture {
    /** Returns bodies of successful responses that are not a valid license. */
    static Stream<String> notALicense() {
        String deeplyNested = "{\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        return Stream.of(
                "",
                " ",
                "<html><body>Please log in to the airport's network: hunter2hunter2</body></html>",
                "{\"status\":\"success\",\"data\":{\"id\":12,\"uuid\":\"hunter2hunter2",
                "[]",
                "null",
                "7",
                "{}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":\"hunter2hunter2\"}",
                "{\"data\":{}}",
                "{\"data\":{\"id\":12}}",
                "{\"data\":{\"id\":\"hunter2hunter2\",\"uuid\":\"k\"}}",
                "{\"data\":{\"id\":{\"a\":1},\"uuid\":\"k\"}}",
                "{\"data\":{\"id\":-5,\"uuid\":\"k\"}}",
                "{\"data\":{\"id\":12,\"uuid\":\"k\",\"expires_at\":\"hunter2hunter2\"}}",
                "{\"data\":{\"id\":12,\"uuid\":\"k\",\"max_domains\":[]}}",
                "{\"data\":{\"id\":12,\"uuid\":\"k\"}} trailing",
                "{\"data\":{\"id\":" + "1".repeat(5000) + ",\"uuid\":\"k\"}}",
                deeplyNested);
    }

    @ParameterizedTest
    @MethodSource("notALicense")
    default void malformedResponseIsAProtocolException(String body) {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_GET, StubResponse.of(200).body(body));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> backend.licenses().get(1, 1))
                .satisfies(error ->
                        assertThat(error.getMessage()).contains("license.get").doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":{}}", "{\"data\":{\"data\":null}}", "{\"data\":{\"data\":{}}}", "{\"data\":[7]}"})
    default void listWithoutRowsIsAProtocolException(String body) {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_LIST, StubResponse.of(200).body(body));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> backend.licenses().list(1, PageRequest.first()));
    }

    @Test
    default void oversizedResponseIsRejected() {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_GET, StubResponse.of(200).body(() -> megabytes(200)));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> backend.licenses().get(1, 1))
                .withMessageContaining("limit");
    }

    @Test
    default void oversizedErrorKeepsItsStatus() {
        DevPayr backend = backend();
        fake().stubNext(
                        Operation.LICENSE_GET,
                        StubResponse.of(503).body(() -> megabytes(200)).times(attemptsOf(Operation.LICENSE_GET)));

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> backend.licenses().get(1, 1));
    }

    /** HTTP libraries may repeat a request on their own when a pooled connection turns out to be closed. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RAW_.*")
    default void doesNotRetryWhenAReusedConnectionBreaks(Operation operation) {
        DevPayr both = connect(DevPayrConfig.builder()
                .apiKey("api-key")
                .licenseKey("license-key")
                .domain(DOMAIN));
        fake().stubNext(operation, OperationExamples.of(operation).toStubResponse());
        OperationExamples.of(operation).call().on(both);
        fake().stubNext(operation, StubResponse.disconnect().times(attemptsOf(operation)));

        Class<? extends DevPayrException> expected =
                operation.retrySafety().isSafe() ? TransportException.class : OutcomeUnknownException.class;
        assertThatExceptionOfType(expected)
                .isThrownBy(() -> OperationExamples.of(operation).call().on(both));
        assertThat(fake().requests()).hasSize(1 + attemptsOf(operation));
    }

    @Test
    default void lostResponseToAReadIsATransportException() {
        DevPayr backend = backend();
        int attempts = attemptsOf(Operation.LICENSE_GET);
        fake().stubNext(Operation.LICENSE_GET, StubResponse.disconnect().times(attempts));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> backend.licenses().get(1, 1))
                .satisfies(
                        failure -> assertThat(failure.requestMayHaveBeenSent()).isTrue());
        assertThat(fake().requests()).hasSize(attempts);
    }

    @Test
    default void lostResponseToACreateIsAnUnknownOutcomeAndNotRetried() {
        FakeProject acme = fake().project("Acme");
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> backend.licenses()
                        .create(acme.id(), LicenseDraft.builder("Pro").build()))
                .withMessageContaining("license.create")
                .withMessageContaining("List the project's licenses");
        assertThat(backend.licenses().list(acme.id(), PageRequest.first()).items())
                .hasSize(1);
    }

    @Test
    default void malformedResponseToACreateIsAnUnknownOutcome() {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_CREATE, StubResponse.of(200).body("<html>"));

        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> backend.licenses()
                .create(1, LicenseDraft.builder("Pro").build()));
    }

    @Test
    default void acceptsResponsesWithoutABody() {
        DevPayr backend = backend();
        for (String body : new String[] {"", "{}", "[]", "{\"data\":null}"}) {
            fake().stubNext(Operation.LICENSE_DELETE, StubResponse.of(200).body(body));
            backend.licenses().delete(1, 1);
        }
        fake().stubNext(Operation.LICENSE_REVOKE, StubResponse.of(204));
        backend.licenses().revoke(1, 1);

        assertThat(fake().requests()).hasSize(5);
    }

    /** Returns the start of a license with a title of a number of megabytes. */
    private static InputStream megabytes(int count) {
        InputStream start = new ByteArrayInputStream("{\"data\":{\"title\":\"".getBytes(US_ASCII));
        return new SequenceInputStream(start, new InputStream() {
            private long left = count * 1024L * 1024;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                Arrays.fill(target, offset, offset + count, (byte) 'x');
                left -= count;
                return count;
            }
        });
    }
}
