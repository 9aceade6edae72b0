package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.page.PageRequest;
import com.devpayr.project.ProjectDraft;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of input validation: invalid input is rejected before a request is sent. */
public interface InvalidInputContract extends ContractFixture {
    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    default void rejectsNonPositiveIds(long id) {
        DevPayr backend = backend();

        assertRejected("project", () -> backend.projects().get(id));
        assertRejected("project", () -> backend.licenses().list(id, PageRequest.first()));
        assertRejected("license", () -> backend.licenses().get(1, id));
        assertRejected("domain", () -> backend.domains().delete(1, id));
        assertRejected("injectable", () -> backend.injectables().delete(1, id));
        assertThat(fake().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51})
    default void rejectsInvalidPageSizes(int size) {
        assertRejected("per_page", () -> backend().licenses().list(1, PageRequest.ofSize(size)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    default void rejectsBlankTitles(String title) {
        assertRejected(
                "title",
                () -> backend().licenses().create(1, LicenseDraft.builder(title).build()));
        assertRejected(
                "name",
                () -> backend().projects().create(ProjectDraft.builder(title).build()));
    }

    @Test
    @SuppressWarnings("NullAway") // callers without NullAway do this
    default void rejectsNullArguments() {
        DevPayr backend = backend();

        assertRejected("license.create", () -> backend.licenses().create(1, null));
        assertRejected("license.update", () -> backend.licenses().update(1, 1, null));
        assertRejected("license.list", () -> backend.licenses().list(1, null));
        assertRejected("title", () -> LicenseDraft.builder(null));
        assertRejected("expires_at", () -> LicenseUpdate.builder().expiresAt(null));
        assertThat(fake().requests()).isEmpty();
    }

    @Test
    default void rejectsDataThatCannotBeSerialized() {
        DevPayr backend = backend();
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        ProjectDraft draft = ProjectDraft.builder("Acme").meta(endless).build();

        assertRejected("body", () -> backend.projects().create(draft));
        assertThat(fake().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000b", "größer", ""})
    default void rejectsInvalidHeaderValuesWithoutShowingThem(String value) {
        for (Runnable configure : new Runnable[] {
            () -> DevPayrConfig.builder().apiKey(value),
            () -> DevPayrConfig.builder().licenseKey(value),
            () -> DevPayrConfig.builder().domain("\t" + value).build()
        }) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(configure::run)
                    .satisfies(exception -> assertThat(exception.getMessage())
                            .doesNotContain("Evil")
                            .isNotBlank());
        }
    }

    @Test
    default void rejectsPlainHttpToARemoteHost() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> DevPayrConfig.builder()
                        .baseUrl("http://api.devpayr.example/api/v1/")
                        .build())
                .withMessageContaining("https")
                .withMessageContaining("allowPlainHttp");
    }

    private static void assertRejected(String field, Runnable call) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(call::run)
                .withMessageContaining(field);
    }
}
