package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of requests: each operation sends exactly one, with the expected method, path, query, headers and body.
 */
public interface WireContract extends ContractFixture {
    /** The headers that a request may have, in lower case. */
    Set<String> HEADERS = Set.of(
            "accept",
            "user-agent",
            "x-devpayr-domain",
            "x-api-key",
            "x-license-key",
            "content-type",
            "content-length",
            "transfer-encoding",
            "accept-encoding",
            "connection",
            "host");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RAW_.*")
    default void sendsOneRequestWithMethodPathQueryAndBody(Operation operation) {
        OperationExample example = OperationExamples.of(operation);

        RecordedRequest request = sent(operation, example.call());

        assertThat(request.operation()).isEqualTo(operation);
        assertThat(request.method()).isEqualTo(example.method());
        assertThat(request.target()).isEqualTo(example.target());
        assertThat(request.fields()).isEqualTo(example.fields());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RAW_.*")
    default void sendsOnlyTheRequiredCredentialAndHeaders(Operation operation) {
        Map<String, String> headers =
                sent(operation, OperationExamples.of(operation).call()).headers();

        assertThat(headers).containsEntry("Accept", "application/json").containsEntry("X-Devpayr-Domain", DOMAIN);
        assertThat(headers.get("User-Agent")).startsWith("devpayr-java/");
        for (Credential other : Credential.values()) {
            assertThat(headers.containsKey(other.header())).isEqualTo(other == operation.credential());
        }
        assertThat(HEADERS)
                .containsAll(headers.keySet().stream().map(String::toLowerCase).toList());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RAW_.*")
    default void sendsContentTypeOnlyWithABody(Operation operation) {
        OperationExample example = OperationExamples.of(operation);
        boolean hasBody = !example.fields().isEmpty() || operation == Operation.PAYMENT_CHECK;

        Map<String, String> headers = sent(operation, example.call()).headers();

        if (hasBody) {
            assertThat(headers).containsEntry("Content-Type", "application/json");
        } else {
            assertThat(headers).doesNotContainKey("Content-Type");
        }
    }

    @Test
    default void sendsAFileAsMultipartWithNumericBooleans() {
        InjectableDraft draft = InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                .targetPath("a.bin")
                .file(Upload.of("a.bin", new byte[3]))
                .build();

        RecordedRequest request = sent(
                Operation.INJECTABLE_CREATE, devpayr -> devpayr.injectables().create(OperationExamples.PROJECT, draft));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("project/7/injectables");
        assertThat(request.headers().get("Content-Type")).startsWith("multipart/form-data");
        assertThat(request.fields())
                .isEqualTo(Map.of(
                        "type", "file",
                        "mode", "write",
                        "target_path", "a.bin",
                        "secret", "****",
                        "only_if_paid", "1",
                        "is_active", "1",
                        "file", "3 bytes"));
    }

    /** PHP parses multipart bodies only for POST. */
    @Test
    default void sendsAnUpdateWithAFileAsPostWithMethodField() {
        InjectableUpdate update = InjectableUpdate.builder()
                .file(Upload.of("a.bin", new byte[3]), SECRET)
                .build();

        RecordedRequest request = sent(Operation.INJECTABLE_UPDATE, devpayr -> devpayr.injectables()
                .update(OperationExamples.PROJECT, OperationExamples.CHILD, update));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("project/7/injectables/12");
        assertThat(request.fields()).isEqualTo(Map.of("_method", "PUT", "file", "3 bytes", "secret", "****"));
    }

    /** Returns the only request of a call by a client with both credentials. */
    private RecordedRequest sent(Operation operation, OperationExample.Call call) {
        DevPayr devpayr = connect(DevPayrConfig.builder()
                .apiKey("api-key")
                .licenseKey("license-key")
                .domain(DOMAIN));
        fake().stubNext(operation, OperationExamples.of(operation).toStubResponse());

        call.on(devpayr);

        List<RecordedRequest> requests = fake().requests();
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }
}
