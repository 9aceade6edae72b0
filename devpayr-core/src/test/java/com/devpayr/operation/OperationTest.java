package com.devpayr.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {
    /** Wire contract, section 3, row by row. */
    private static final String CONTRACT = """
            PROJECT_LIST GET projects API_KEY READ
            PROJECT_GET GET project/{project} API_KEY READ
            PROJECT_CREATE POST project API_KEY CREATE
            PROJECT_UPDATE PATCH project/{project} API_KEY IDEMPOTENT
            PROJECT_DELETE DELETE project/{project} API_KEY IDEMPOTENT
            DOMAIN_LIST GET project/{project}/domains API_KEY READ
            DOMAIN_GET GET project/{project}/domain/{domain} API_KEY READ
            DOMAIN_CREATE POST project/{project}/domains API_KEY CREATE
            DOMAIN_UPDATE PUT project/{project}/domain/{domain} API_KEY IDEMPOTENT
            DOMAIN_DELETE DELETE project/{project}/domains/{domain} API_KEY IDEMPOTENT
            LICENSE_LIST GET project/{project}/licenses API_KEY READ
            LICENSE_GET GET project/{project}/licenses/{license} API_KEY READ
            LICENSE_CREATE POST project/{project}/licenses API_KEY CREATE
            LICENSE_UPDATE PUT project/{project}/licenses/{license} API_KEY IDEMPOTENT
            LICENSE_REVOKE POST project/{project}/licenses/{license}/revoke API_KEY STATE_CHANGE
            LICENSE_REACTIVATE POST project/{project}/licenses/{license}/reactivate API_KEY STATE_CHANGE
            LICENSE_DELETE DELETE project/{project}/licenses/{license} API_KEY IDEMPOTENT
            INJECTABLE_LIST GET project/{project}/injectables API_KEY READ
            INJECTABLE_GET GET project/{project}/injectables/{injectable} API_KEY READ
            INJECTABLE_CREATE POST project/{project}/injectables API_KEY CREATE
            INJECTABLE_UPDATE PUT project/{project}/injectables/{injectable} API_KEY IDEMPOTENT
            INJECTABLE_DELETE DELETE project/{project}/injectables/{injectable} API_KEY IDEMPOTENT
            INJECTABLE_STREAM GET injectable/stream LICENSE_KEY READ
            PAYMENT_CHECK POST project/has-paid LICENSE_KEY READ
            PAYMENT_STATUS GET project/{project}/has-paid API_KEY READ
            PING GET / - READ
            """;

    @Test
    void matchesTheWireContract() {
        List<String> rows = Arrays.stream(Operation.values())
                .map(operation -> String.join(
                        " ",
                        operation.name(),
                        operation.httpMethod(),
                        operation.pathTemplate().isEmpty() ? "/" : operation.pathTemplate(),
                        operation.credential() == null
                                ? "-"
                                : operation.credential().name(),
                        operation.retrySafety().name()))
                .toList();

        assertThat(rows).containsExactlyElementsOf(CONTRACT.lines().toList());
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
