package com.devpayr.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortProxiesTest {
    private final List<String> log = new ArrayList<>();
    private final PortProxies ports = new PortProxies(PortTypes.BLOCKING, (operation, arguments) -> {
        log.add(operation.id() + " " + arguments);
        return Page.of(List.of(), null);
    });

    @Test
    void passesTheOperationAndItsArgumentsToTheHandler() {
        ports.port(LicenseService.class).list(7, PageRequest.first());
        ports.port(LicenseService.class).revoke(7, 8);

        assertThat(log).containsExactly("license.list [7, " + PageRequest.first() + "]", "license.revoke [7, 8]");
    }

    @Test
    void defaultMethodRunsOnTheProxy() {
        assertThat(ports.port(ProjectService.class).listAll()).isEmpty();

        assertThat(log).hasSize(1).first().asString().startsWith(Operation.PROJECT_LIST.id());
    }

    @Test
    void anExceptionOfTheHandlerIsThrownUnchanged() {
        InvalidRequestException thrown = new InvalidRequestException("x", "y");
        ProjectService projects = new PortProxies(PortTypes.BLOCKING, (operation, arguments) -> {
                    throw thrown;
                })
                .port(ProjectService.class);

        assertThatThrownBy(() -> projects.get(7)).isSameAs(thrown);
    }

    @Test
    void aPortIsEqualOnlyToItselfAndNamesItsType() {
        ProjectService one = ports.port(ProjectService.class);
        ProjectService other = new PortProxies(PortTypes.BLOCKING, (operation, arguments) -> log.add("called"))
                .port(ProjectService.class);

        assertThat(Set.of(one, other)).hasSize(2).contains(one, other);
        assertThat(one).isNotEqualTo(other).isNotEqualTo(null);
        assertThat(one.toString()).startsWith("ProjectService@");
        assertThat(log).isEmpty();
    }

    @Test
    void aPortIsCreatedOnce() {
        assertThat(ports.port(ProjectService.class)).isSameAs(ports.port(ProjectService.class));
    }

    @Test
    void rejectsATypeThatIsNotAPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ports.port(AsyncProjectService.class))
                .withMessage("com.devpayr.project.AsyncProjectService is not a port of this client");
        assertThatIllegalArgumentException().isThrownBy(() -> ports.port(Runnable.class));
    }
}
