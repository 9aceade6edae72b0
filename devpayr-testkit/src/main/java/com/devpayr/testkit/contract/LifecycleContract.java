package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.secret.ApiKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of a client's lifecycle and interceptors. */
public interface LifecycleContract extends ContractFixture {
    @Test
    default void callsOfAClosedClientFail() {
        DevPayr devpayr = backend();

        devpayr.close();
        devpayr.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()))
                .withMessageContaining("closed");
        assertThat(fake().requests()).isEmpty();
    }

    @Test
    default void decoratedClientSharesTheLifecycle() {
        DevPayr devpayr = backend();
        DevPayr decorated = devpayr.with(call -> call.proceed());

        decorated.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()));
    }

    @Test
    default void interceptorIsCalledOncePerCall() {
        List<Operation> seen = new ArrayList<>();
        DevPayr devpayr = backend().with(call -> {
            seen.add(call.operation());
            return call.proceed();
        });

        devpayr.projects().listAll().forEach(project -> {});

        assertThat(seen).containsExactly(Operation.PROJECT_LIST);
    }

    @Test
    default void servicesDoNotShowCredentials() {
        ApiKey key = fake().createGlobalKey();

        assertThat(backend(key).licenses().toString()).doesNotContain(key.reveal());
    }
}
