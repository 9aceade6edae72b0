package com.devpayr.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ProtocolException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.StubResponse;
import java.net.URLDecoder;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of paginated lists. */
public interface PagingContract extends ContractFixture {
    @Test
    default void fetchesAllRowsInOrderWithOneRequestPerPage() {
        FakeProject acme = fake().project("Acme");
        for (int i = 0; i < 120; i++) {
            acme.license("License " + i);
        }

        assertThat(backend().licenses().listAll(acme.id()))
                .extracting(License::title)
                .hasSize(120)
                .startsWith("License 119", "License 118")
                .endsWith("License 0");
        assertThat(fake().requests()).hasSize(3);
    }

    @Test
    default void iteratesOverEveryList() {
        FakeProject acme = fake().project("Acme").paid();
        for (int i = 0; i < 51; i++) {
            acme.domain("d" + i + ".example.com");
            acme.injectable("i" + i, SECRET, "x");
            fake().project("P" + i);
        }
        DevPayr backend = backend();

        assertThat(backend.domains().listAll(acme.id()))
                .extracting(ProjectDomain::domain)
                .hasSize(51)
                .doesNotHaveDuplicates();
        assertThat(backend.injectables().listAll(acme.id())).hasSize(51).doesNotHaveDuplicates();
        assertThat(backend.projects().listAll()).hasSize(52).doesNotHaveDuplicates();
        assertThat(application(acme.license("Pro").key()).runtime().listAllInjectables())
                .extracting(DeliveredInjectable::slug)
                .hasSize(51)
                .doesNotHaveDuplicates();
    }

    @Test
    default void fetchesPagesLazily() {
        FakeProject acme = fake().project("Acme");
        for (int i = 0; i < 120; i++) {
            acme.license("License " + i);
        }

        Iterator<License> licenses = backend().licenses().listAll(acme.id()).iterator();
        assertThat(fake().requests()).isEmpty();
        for (int i = 0; i < 50; i++) {
            licenses.next();
        }
        assertThat(fake().requests()).hasSize(1);
        licenses.next();
        assertThat(fake().requests()).hasSize(2);
    }

    @Test
    default void pageHasTheRequestedSize() {
        FakeProject acme = fake().project("Acme");
        acme.license("First");
        acme.license("Second");
        acme.license("Third");
        DevPayr backend = backend();

        Page<License> page = backend.licenses().list(acme.id(), PageRequest.ofSize(2));
        Page<License> last =
                backend.licenses().list(acme.id(), PageRequest.ofSize(2).withCursor(page.nextCursor()));

        assertThat(page.items()).extracting(License::title).containsExactly("Third", "Second");
        assertThat(last.items()).extracting(License::title).containsExactly("First");
        assertThat(last.nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"YQ==", "a+b/c==", "a&b=c", "{x}", "a b", "100%41", "größer", "a#b?c", "a;b,c:d@e!$'()*~"})
    default void cursorIsReturnedUnchanged(String cursor) {
        FakeProject acme = fake().project("Acme");
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_LIST, empty());

        backend.licenses().list(acme.id(), PageRequest.first().withCursor(cursor));

        String target = fake().requests().get(0).target();
        String query = target.substring(target.indexOf('?') + 1);
        assertThat(query).startsWith("cursor=").matches("[A-Za-z0-9%.~_*!'()$,;:@/?=-]+");
        assertThat(URLDecoder.decode(query.substring("cursor=".length()), UTF_8))
                .isEqualTo(cursor);
    }

    @Test
    default void repeatedCursorIsAnError() {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_LIST, pageWithNextCursor("again"));
        Iterator<License> licenses = backend.licenses().listAll(1).iterator();
        licenses.next();
        fake().stubNext(Operation.LICENSE_LIST, pageWithNextCursor("again"));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(licenses::next)
                .withMessageContaining("cursor");
    }

    private static StubResponse empty() {
        return StubResponse.of(200).body("{\"data\":{\"data\":[],\"next_cursor\":null}}");
    }

    private static StubResponse pageWithNextCursor(String cursor) {
        return StubResponse.of(200)
                .body("{\"data\":{\"data\":[{\"id\":1,\"uuid\":\"k\"}],\"next_cursor\":\"" + cursor + "\"}}");
    }
}
