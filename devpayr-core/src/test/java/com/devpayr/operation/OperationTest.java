package com.devpayr.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {
    private static final Path CONTRACT = Path.of("../docs/wire-contract.md");

    /** A row of an endpoint table: the name of the operation, then its method and path. */
    private static final Pattern ENDPOINT = Pattern.compile("^\\| ([a-z]+) \\| `([A-Z]+) ([^` ]+)`.*");

    @Test
    void matchesTheEndpointsOfTheWireContract() throws IOException {
        assertThat(Arrays.stream(Operation.values())
                        .filter(operation -> operation != Operation.PING) // the root of the API, which has no table
                        .filter(operation -> !operation.isRaw())
                        .map(operation ->
                                operation.id() + " " + operation.httpMethod() + " " + operation.pathTemplate()))
                .containsExactlyInAnyOrderElementsOf(documentedEndpoints());
    }

    private static List<String> documentedEndpoints() throws IOException {
        List<String> endpoints = new ArrayList<>();
        String resource = "";
        for (String line : Files.readAllLines(CONTRACT)) {
            if (line.startsWith("## ")) {
                resource = line.substring(3)
                        .split(" ", 2)[0]
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("s$", "");
            }
            Matcher row = ENDPOINT.matcher(line);
            if (row.matches()) {
                endpoints.add(resource + "." + row.group(1) + " " + row.group(2) + " " + row.group(3));
            }
        }
        return endpoints;
    }

    @Test
    void onlyTheOperationsOfAnApplicationRequireALicenseKey() {
        assertThat(Operation.values())
                .filteredOn(operation -> operation.credential() == Credential.LICENSE_KEY)
                .containsExactly(Operation.INJECTABLE_STREAM, Operation.PAYMENT_CHECK);
    }

    @ParameterizedTest
    @EnumSource
    void isSafeToRepeatAccordingToItsEffect(Operation operation) {
        assertThat(operation.retrySafety()).isEqualTo(effect(operation));
    }

    private static RetrySafety effect(Operation operation) {
        if (operation == Operation.PAYMENT_CHECK) {
            return RetrySafety.READ; // a POST that changes nothing
        }
        if (operation == Operation.RAW_WRITE) {
            return RetrySafety.CREATE; // the effect is unknown
        }
        return switch (operation.httpMethod()) {
            case "GET" -> RetrySafety.READ;
            case "POST" -> operation.id().endsWith(".create") ? RetrySafety.CREATE : RetrySafety.STATE_CHANGE;
            default -> RetrySafety.IDEMPOTENT;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT_LIST,, projects",
        "PROJECT_GET, 7, project/7",
        "DOMAIN_GET, 7 8, project/7/domain/8",
        "DOMAIN_DELETE, 7 8, project/7/domains/8",
        "LICENSE_REVOKE, 7 9223372036854775807, project/7/licenses/9223372036854775807/revoke",
        "PAYMENT_CHECK,, project/has-paid",
        "PAYMENT_STATUS, 7, project/7/has-paid"
    })
    void resolvesThePath(Operation operation, String ids, String path) {
        List<Long> values = ids == null
                ? List.of()
                : Arrays.stream(ids.split(" ", -1)).map(Long::valueOf).toList();

        assertThat(operation.resolvePath(values)).isEqualTo(path);
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAWrongNumberOfIds(Operation operation) {
        int right = operation.pathParameters().size();

        for (int wrong : new int[] {right - 1, right + 1}) {
            if (wrong >= 0) {
                List<Long> ids = LongStream.rangeClosed(1, wrong).boxed().toList();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> operation.resolvePath(ids))
                        .withMessage(operation + " requires " + right + " IDs, not " + wrong);
            }
        }
    }

    @Test
    void returnsTheNamesOfThePathParameters() {
        assertThat(Operation.LICENSE_GET.pathParameters()).containsExactly("project", "license");
        assertThat(Operation.INJECTABLE_STREAM.pathParameters()).isEmpty();
    }

    @Test
    void hasALowerCaseIdWithADot() {
        assertThat(Operation.LICENSE_CREATE.id()).isEqualTo("license.create");
    }

    @Test
    void carriesAPayloadIfResponsesContainCiphertext() {
        assertThat(Operation.values())
                .filteredOn(Operation::carriesPayload)
                .containsExactly(
                        Operation.INJECTABLE_GET,
                        Operation.INJECTABLE_CREATE,
                        Operation.INJECTABLE_UPDATE,
                        Operation.INJECTABLE_STREAM,
                        Operation.PAYMENT_CHECK,
                        Operation.PAYMENT_STATUS);
    }

    @ParameterizedTest
    @EnumSource
    void hasAReconciliationHintUnlessItIsSafeToRepeat(Operation operation) {
        assertThat(operation.reconciliationHint().isPresent())
                .isEqualTo(!operation.retrySafety().isSafe());
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT_CREATE, name",
        "DOMAIN_CREATE, host name",
        "LICENSE_CREATE, title",
        "INJECTABLE_CREATE, slug or title",
        "LICENSE_REVOKE, status",
        "LICENSE_REACTIVATE, status"
    })
    void namesWhatToLookForInTheReconciliationHint(Operation operation, String lookFor) {
        assertThat(operation.reconciliationHint())
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("List the project").contains(lookFor));
    }

    @ParameterizedTest
    @CsvSource({"READ, true", "IDEMPOTENT, true", "STATE_CHANGE, false", "CREATE, false"})
    void onlyReadsAndIdempotentWritesAreSafe(RetrySafety repeat, boolean safe) {
        assertThat(repeat.isSafe()).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource({
        "API_KEY, X-API-KEY, apiKey, DEVPAYR_API_KEY",
        "LICENSE_KEY, X-LICENSE-KEY, licenseKey, DEVPAYR_LICENSE_KEY"
    })
    void namesHeaderSettingAndVariableOfACredential(
            Credential credential, String header, String setting, String variable) {
        assertThat(credential.header()).isEqualTo(header);
        assertThat(credential.setting()).isEqualTo(setting);
        assertThat(credential.variable()).isEqualTo(variable);
    }
}
