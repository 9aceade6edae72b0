package com.devpayr.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.devpayr.operation.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExceptionsTest {
    private static final Operation OPERATION = Operation.LICENSE_CREATE;

    private static ApiException api(int status) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("title", List.of("taken", "too long"));
        fields.put("domain_id", List.of());
        return ApiException.builder(OPERATION, status)
                .message("No")
                .fieldErrors(fields)
                .retryAfter(Duration.ofSeconds(30))
                .build();
    }

    static Stream<DevPayrException> exceptions() {
        return Stream.concat(
                IntStream.of(400, 401, 402, 403, 404, 409, 422, 429, 503).mapToObj(ExceptionsTest::api),
                Stream.of(
                        new ConfigurationException("baseUrl", "is wrong", new IOException("reason")),
                        new MissingCredentialException(OPERATION),
                        new InjectableException("banner", "cannot be trusted"),
                        new InvalidRequestException("per_page", "is 0"),
                        new LicenseDeniedException(DenialReason.REVOKED, "revoked", api(403)),
                        new LicenseUnknownException("not reached", new IOException("no route")),
                        new ProtocolException(OPERATION, "status 302"),
                        new TransportException(OPERATION, TransportException.Kind.TIMEOUT, new IOException("slow")),
                        new OutcomeUnknownException(OPERATION, new ProtocolException(OPERATION, "status 302")),
                        new WebhookRejectedException(WebhookRejectedException.Reason.STALE, "is old")));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void isSerializableWithAllFields(DevPayrException original) {
        DevPayrException copy = copy(original);

        assertThat(copy)
                .isExactlyInstanceOf(original.getClass())
                .usingRecursiveComparison()
                .ignoringFields("stackTrace", "cause.stackTrace")
                .isEqualTo(original);
        assertThat(copy).hasMessage(original.getMessage());
    }

    @Test
    void coversAllExceptionTypes() {
        assertThat(exceptions().map(Object::getClass).distinct().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(
                        leaves(DevPayrException.class).map(Class::getSimpleName).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] subtypes = type.getPermittedSubclasses();
        Stream<Class<?>> below =
                subtypes == null ? Stream.of() : Stream.of(subtypes).flatMap(ExceptionsTest::leaves);
        return type == DevPayrException.class ? below : Stream.concat(Stream.of(type), below);
    }

    @Test
    void returnsItsFields() {
        ApiException rejection = copy(api(422));
        assertThat(rejection.operation()).isEqualTo(OPERATION);
        assertThat(rejection.status()).isEqualTo(422);
        assertThat(rejection.serverMessage()).isEqualTo("No");
        assertThat(rejection.fieldErrors()).containsEntry("title", List.of("taken", "too long"));
        assertThat(rejection.retryAfter()).isEqualTo(Duration.ofSeconds(30));

        assertThat(new ConfigurationException("baseUrl", "is wrong").setting()).isEqualTo("baseUrl");
        assertThat(new MissingCredentialException(OPERATION).setting()).isEqualTo("apiKey");
        assertThat(new MissingCredentialException(OPERATION).operation()).isEqualTo(OPERATION);
        assertThat(new InjectableException("banner", "x").slug()).isEqualTo("banner");
        assertThat(new LicenseDeniedException(DenialReason.UNPAID, "x", null).reason())
                .isEqualTo(DenialReason.UNPAID);
        assertThat(new InvalidRequestException("per_page", "x").field()).isEqualTo("per_page");
        assertThat(new ProtocolException(OPERATION, "x").operation()).isEqualTo(OPERATION);
        WebhookRejectedException rejected =
                new WebhookRejectedException(WebhookRejectedException.Reason.TOO_LARGE, "is too large");
        assertThat(rejected.reason()).isEqualTo(WebhookRejectedException.Reason.TOO_LARGE);
        assertThat(rejected.status()).isEqualTo(413);
        assertThat(rejected).hasMessage("webhook delivery is too large");
    }

    @Test
    void copiesFieldErrors() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<String> messages = new ArrayList<>(List.of("taken"));
        fields.put("title", messages);
        ApiException rejection =
                ApiException.builder(OPERATION, 422).fieldErrors(fields).build();
        messages.add("late");
        fields.clear();

        assertThat(rejection.fieldErrors()).containsExactly(Map.entry("title", List.of("taken")));
    }

    @ParameterizedTest
    @EnumSource
    void namesOperationProgressAndCauseOfATransportFailure(TransportException.Kind kind) {
        String plain =
                switch (kind) {
                    case CONNECT ->
                        "Could not connect to DevPayr for license.create; check the base URL and the network";
                    case REJECTED_LOCALLY -> "license.create was rejected by this client; no request was sent";
                    case TIMEOUT -> "Timed out waiting for the response to license.create";
                    case CONNECTION_LOST ->
                        "Lost the connection to DevPayr before the response to license.create was complete";
                    case INTERRUPTED -> "Interrupted while waiting for the response to license.create";
                };

        assertThat(new TransportException(OPERATION, kind, null)).hasMessage(plain);
        assertThat(new TransportException(OPERATION, kind, new IOException("reset")))
                .hasMessage(plain + ": IOException: reset");
        assertThat(new TransportException(OPERATION, kind, new IOException())).hasMessage(plain + ": IOException");
    }

    @Test
    void namesAnExpiredTimeoutAndItsSetting() {
        assertThat(TransportException.timeout(OPERATION, Duration.ofSeconds(15), "readTimeout", null))
                .hasMessage("Timed out after 15 s waiting for the response to license.create (readTimeout)")
                .returns(TransportException.Kind.TIMEOUT, TransportException::kind)
                .returns(OPERATION, TransportException::operation);
        assertThat(TransportException.timeout(OPERATION, Duration.ofMillis(1500), "callTimeout", null))
                .hasMessageStartingWith("Timed out after 1500 ms ");
    }

    @Test
    void distinguishesConfigurationErrorsFromDenials() {
        assertThat(Stream.of(
                        DenialReason.WRONG_CREDENTIAL, DenialReason.MISSING_CREDENTIAL, DenialReason.MISCONFIGURED))
                .allMatch(DenialReason::isConfigurationError);
        assertThat(Stream.of(DenialReason.UNPAID, DenialReason.WRONG_DOMAIN, DenialReason.REFUSED))
                .noneMatch(DenialReason::isConfigurationError);
    }

    @Test
    void messageOfAnUnknownOutcomeContainsTheReconciliationHint() {
        TransportException lost = new TransportException(OPERATION, TransportException.Kind.CONNECTION_LOST, null);

        assertThat(new OutcomeUnknownException(OPERATION, lost))
                .hasMessage(
                        "license.create may or may not have taken effect. List the project's licenses and look for the"
                                + " title. Cause: " + lost.getMessage())
                .hasCause(lost);
    }

    @SuppressWarnings("unchecked") // a copy has the type of the original
    private static <E extends DevPayrException> E copy(E original) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
            out.flush();
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (E) in.readObject();
            }
        } catch (IOException | ClassNotFoundException lost) {
            throw new AssertionError(lost);
        }
    }

    @Test
    void hasTheHeadersOfTheResponseByNameInAnyCase() {
        Map<String, List<String>> received = new LinkedHashMap<>();
        List<String> values = new ArrayList<>(List.of("a", "b"));
        received.put("X-Request-Id", values);
        ApiException rejection =
                ApiException.builder(OPERATION, 422).headers(received).build();
        values.add("late");
        received.clear();

        assertThat(rejection.headers())
                .isEqualTo(Map.of("X-Request-Id", List.of("a", "b")))
                .containsKey("x-request-id")
                .isUnmodifiable();
        assertThat(api(422).headers()).isEmpty();
    }

    @Test
    void messageContainsTheNumberOfSeveralAttempts() {
        ProtocolException failure = new ProtocolException(OPERATION, "status 302");
        String message = failure.getMessage();
        assertThat(failure.attempts()).isOne();

        failure.recordAttempts(3);

        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure).hasMessage(message + " (after 3 attempts)");
    }

    @Test
    void anOperationWithoutCredentialsHasNoneThatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new MissingCredentialException(Operation.PING))
                .withMessage(Operation.PING.id() + " requires no credential");
    }
}
