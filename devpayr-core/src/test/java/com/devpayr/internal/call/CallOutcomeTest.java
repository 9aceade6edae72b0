package com.devpayr.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.ApiException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CallOutcomeTest {
    private static ApiException failureWithStatus(int status) {
        return ApiException.builder(Operation.LICENSE_GET, status).build();
    }

    @Test
    void mapsEachResultToAnOutcome() {
        assertThat(CallOutcome.of(null)).isEqualTo(new CallOutcome("success", "2xx"));
        assertThat(CallOutcome.of(failureWithStatus(404))).isEqualTo(new CallOutcome("refused", "404"));
        assertThat(CallOutcome.of(failureWithStatus(503))).isEqualTo(new CallOutcome("server-error", "503"));
        assertThat(CallOutcome.of(new TransportException(Operation.LICENSE_GET, TransportException.Kind.TIMEOUT, null)))
                .isEqualTo(new CallOutcome("no-response", "none"));
        assertThat(CallOutcome.of(new CancellationException())).isEqualTo(new CallOutcome("cancelled", "none"));
        assertThat(CallOutcome.of(new IllegalStateException())).isEqualTo(new CallOutcome("error", "none"));
    }

    @Test
    void statusesFrom500AreServerErrors() {
        assertThat(CallOutcome.of(failureWithStatus(499)).outcome()).isEqualTo("refused");
        assertThat(CallOutcome.of(failureWithStatus(500)).outcome()).isEqualTo("server-error");
    }
}
