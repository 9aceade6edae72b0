package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.call.RawResult;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The contract of requests to endpoints that the library has no operation for. */
public interface RawContract extends ContractFixture {
    @Test
    default void rawReadHasStatusHeadersAndBody() {
        FakeProject acme = fake().project("Acme");

        RawResult result = backend().raw("GET", "/project/" + acme.id() + "?x=a%20b", Credential.API_KEY, null);

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.headers().get("content-type")).first().asString().startsWith("application/json");
        assertThat(result.body())
                .contains("\"name\":\"Acme\"")
                .isEqualTo(new String(result.bytes(), StandardCharsets.UTF_8));
        assertThat(result.json())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .extractingByKey("data")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("name", "Acme");
        RecordedRequest request = fake().requests().get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("project/" + acme.id() + "?x=a%20b");
        assertThat(request.headers())
                .containsEntry("Accept", "application/json")
                .containsEntry("X-Devpayr-Domain", DOMAIN)
                .containsKey("X-API-KEY")
                .doesNotContainKeys("X-LICENSE-KEY", "Content-Type");
    }

    @Test
    default void rawWriteSendsTextOrAMapWithAnyMethod() {
        DevPayr devpayr = backend();
        long id = fake().project("Acme").id();

        assertThat(devpayr.raw("POST", "project", Credential.API_KEY, "{\"name\":\"Text\"}")
                        .status())
                .isEqualTo(201);
        devpayr.raw("PATCH", "project/" + id, Credential.API_KEY, Map.of("name", "Patched"));
        devpayr.raw("PUT", "project/" + id, Credential.API_KEY, Map.of("name", "Put"));
        devpayr.raw("DELETE", "project/" + id, Credential.API_KEY, null);

        assertThat(fake().requests())
                .extracting(RecordedRequest::method)
                .containsExactly("POST", "PATCH", "PUT", "DELETE");
        assertThat(fake().requests())
                .extracting(RecordedRequest::fields)
                .containsExactly(Map.of("name", "Text"), Map.of("name", "Patched"), Map.of("name", "Put"), Map.of());
        assertThat(fake().requests().get(1).headers()).containsEntry("Content-Type", "application/json");
        assertThat(fake().requests().get(3).headers()).doesNotContainKey("Content-Type");
    }

    @Test
    default void rawRequestCarriesOnlyItsCredential() {
        FakeProject acme = fake().project("Acme").paid();
        DevPayr devpayr = connect(DevPayrConfig.builder()
                .apiKey(fake().createGlobalKey().reveal())
                .licenseKey(acme.license("Pro").key().reveal())
                .domain(DOMAIN));

        devpayr.raw("GET", "injectable/stream", Credential.LICENSE_KEY, null);
        devpayr.raw("GET", "", null, null);

        assertThat(fake().requests().get(0).headers())
                .containsKey("X-LICENSE-KEY")
                .doesNotContainKey("X-API-KEY");
        assertThat(fake().requests().get(1).headers()).doesNotContainKeys("X-LICENSE-KEY", "X-API-KEY");
    }

    @Test
    default void rawRequestFailsAsOthersDo() {
        DevPayr devpayr = backend();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.raw("GET", "no/such/endpoint", Credential.API_KEY, null))
                .satisfies(failure -> {
                    assertThat(failure.operation()).isEqualTo(Operation.RAW_READ);
                    assertThat(failure.headers()).isNotEmpty();
                });
        assertThatExceptionOfType(MissingCredentialException.class)
                .isThrownBy(() -> devpayr.raw("GET", "injectable/stream", Credential.LICENSE_KEY, null))
                .withMessageContaining("DEVPAYR_LICENSE_KEY");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> devpayr.raw("GET", "https://evil.example.com/", Credential.API_KEY, null));
        fake().stubNext(Operation.PROJECT_CREATE, StubResponse.of(500).times(1));
        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> devpayr.raw("POST", "project", Credential.API_KEY, "{}"));
        assertThat(fake().requests()).hasSize(2);
    }

    @Test
    default void rawResultThatIsNotJsonIsText() {
        DevPayr devpayr = backend();
        fake().stubNext(Operation.PROJECT_LIST, StubResponse.of(200).body("plain text"));

        RawResult result = devpayr.raw("GET", "projects", Credential.API_KEY, null);

        assertThat(result.body()).isEqualTo("plain text");
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(result::json);
    }

    @Test
    default void rawResultThatIsTooLargeIsRejected() {
        DevPayr devpayr = connect(DevPayrConfig.builder()
                .apiKey(fake().createGlobalKey().reveal())
                .domain(DOMAIN)
                .maxResponseBytes(1000));
        fake().stubNext(Operation.PROJECT_LIST, StubResponse.of(200).body(" ".repeat(1001)));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> devpayr.raw("GET", "projects", Credential.API_KEY, null))
                .withMessageContaining("1000 bytes");
    }

    @Test
    default void rawRequestPassesInterceptorsAndHasTheOptionsOfTheClient() {
        List<Operation> seen = new ArrayList<>();
        DevPayr devpayr = backend()
                .with(call -> {
                    seen.add(call.operation());
                    return call.proceed();
                })
                .withOptions(CallOptions.builder().header("X-Trace", "abc").build());

        devpayr.raw("GET", "projects", Credential.API_KEY, null);
        devpayr.raw("POST", "project", Credential.API_KEY, Map.of("name", "New"));

        assertThat(seen).containsExactly(Operation.RAW_READ, Operation.RAW_WRITE);
        assertThat(fake().requests())
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("X-Trace", "abc"));
    }
}
