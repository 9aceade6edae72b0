package com.devpayr.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.DevPayr;
import com.devpayr.FakePorts;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.ProjectService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TransportTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Transport late = Transport.onDemand(this::made);
    private final DevPayr devpayr = DevPayr.of(late, late);

    private Transport made() {
        log.add("made");
        return new Made();
    }

    @Test
    void itIsMadeAtTheFirstCallAndClosedWithTheClient() {
        ProjectService projects = devpayr.projects();
        devpayr.licenses();
        assertThat(log).isEmpty();

        projects.list(PageRequest.first());
        projects.list(PageRequest.first());
        devpayr.licenses().list(7, PageRequest.first());
        assertThat(log).containsExactly("made", "ProjectService", "LicenseService");

        devpayr.close();
        assertThat(log).endsWith("LicenseService", "closed");
    }

    @Test
    void whatNobodyCalledIsNeverMade() {
        ProjectService projects = devpayr.projects();

        late.close(); // as a call finds it that began before the client's close

        assertThatIllegalStateException()
                .isThrownBy(() -> projects.list(PageRequest.first()))
                .withMessage("this DevPayr client is closed; make a new one");
        assertThat(log).isEmpty();
    }

    @Test
    void threadsThatCallAtOnceShareIt() throws Exception {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            calls.add(CompletableFuture.runAsync(() -> call(together), task -> new Thread(task).start()));
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);

        assertThat(log).containsExactly("made", "ProjectService");
    }

    private void call(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
        devpayr.projects().list(PageRequest.first());
    }

    @Test
    void oneThatCannotBeMadeIsTriedAgainAtTheNextCall() {
        IllegalStateException reason = new IllegalStateException("no trust store");
        Transport fails = Transport.onDemand(() -> {
            if (log.isEmpty()) {
                log.add("failed");
                throw reason;
            }
            return made();
        });
        ProjectService projects = DevPayr.of(fails, fails).projects();

        assertThatThrownBy(() -> projects.list(PageRequest.first())).isSameAs(reason);
        assertThat(projects.list(PageRequest.first()).items()).isEmpty();
    }

    @Test
    void aCallsFailureComesAsItIs() {
        InvalidRequestException reason = new InvalidRequestException("a", "b");
        Transport refusing = Transport.onDemand(() -> new Made() {
            @Override
            public <P> P port(Class<P> type) {
                return new FakePorts((operation, arguments) -> {
                            throw reason;
                        })
                        .port(type);
            }
        });

        assertThatThrownBy(() -> DevPayr.of(refusing, refusing).projects().list(PageRequest.first()))
                .isSameAs(reason);
    }

    private class Made implements Transport {
        @Override
        public <P> P port(Class<P> type) {
            log.add(type.getSimpleName());
            return new FakePorts((operation, arguments) -> Page.of(List.of())).port(type);
        }

        @Override
        public void close() {
            log.add("closed");
        }
    }
}
