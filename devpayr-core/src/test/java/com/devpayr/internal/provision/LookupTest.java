package com.devpayr.internal.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PagedPublisher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for the resource with a unique name in a list. */
class LookupTest {
    private static final Row PRO = new Row(1, "Pro");
    private static final Row BASIC = new Row(2, "Basic");

    /** A resource of a list. */
    private record Row(long id, @Nullable String title) {}

    /** A resource of a list that always has a name. */
    private record Host(long id, String name) {}

    private static Lookup<Row> lookup(String title) {
        return Lookup.create(Operation.LICENSE_LIST, "title", title, Row::title, Row::id);
    }

    private static Lookup<Host> lookupOfHost(String name) {
        return Lookup.ignoringCase(Operation.DOMAIN_LIST, "name", name, Host::name, Host::id);
    }

    private static PagedPublisher<Row> rows(Row... rows) {
        return new PagedPublisher<>(
                Operation.LICENSE_LIST, request -> CompletableFuture.completedFuture(Page.of(List.of(rows))));
    }

    @Test
    void findsTheRowWithTheName() {
        Lookup<Row> lookup = lookup("Pro");

        Stream.of(BASIC, PRO, new Row(3, null)).forEach(lookup);

        assertThat(lookup.result()).contains(PRO);
    }

    @Test
    void findsNothingIfNoRowHasTheName() {
        Lookup<Row> lookup = lookup("Pro");
        assertThat(lookup.result()).isEmpty();

        Stream.of(BASIC, new Row(3, "pro"), new Row(4, "Pro 2"), new Row(5, null))
                .forEach(lookup);

        assertThat(lookup.result()).isEmpty();
    }

    @Test
    void ignoresUpperAndLowerCaseOfHostNames() {
        Lookup<Host> lookup = lookupOfHost("Shop.Example.com");
        Host host = new Host(7, "shop.EXAMPLE.com");

        Stream.of(new Host(6, "example.com"), host).forEach(lookup);

        assertThat(lookup.result()).contains(host);
    }

    /** For example if a row moves to the next page while the list is read. */
    @Test
    void acceptsARowThatTheListContainsTwice() {
        Lookup<Row> lookup = lookup("Pro");

        Stream.of(PRO, new Row(1, "Pro")).forEach(lookup);

        assertThat(lookup.result()).contains(PRO);
    }

    @Test
    void rejectsTwoRowsWithTheSameName() {
        Lookup<Row> lookup = lookup("Pro");
        lookup.accept(PRO);

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> lookup.accept(new Row(3, "Pro")))
                .withMessageContaining("the title \"Pro\" is not unique, IDs 1 and 3 have it")
                .returns(Operation.LICENSE_LIST, ProtocolException::operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void rejectsABlankName(String blank) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> lookup(blank))
                .returns("title", InvalidRequestException::field);
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> lookupOfHost(blank))
                .returns("name", InvalidRequestException::field);
    }

    @Test
    void searchesAListAsynchronously() {
        assertThat(Lookup.start(() -> lookup("Pro"), rows(BASIC, PRO)).join()).contains(PRO);
        assertThat(Lookup.start(() -> lookup("Pro"), rows(BASIC)).join()).isEmpty();
    }

    @Test
    void anAsynchronousSearchFailsIfTheNameIsNotUnique() {
        assertThat(Lookup.start(() -> lookup("Pro"), rows(PRO, new Row(3, "Pro"))))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(ProtocolException.class);
    }

    @Test
    void anAsynchronousSearchFailsIfItCannotBeCreated() {
        assertThat(Lookup.start(() -> lookup(" "), rows(PRO)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(InvalidRequestException.class);
    }

    @Test
    void cancellationReachesTheRequestOfThePage() {
        CompletableFuture<Page<Row>> page = new CompletableFuture<>();

        Lookup.start(() -> lookup("Pro"), new PagedPublisher<>(Operation.LICENSE_LIST, request -> page))
                .cancel(true);

        assertThat(page).isCancelled();
    }
}
