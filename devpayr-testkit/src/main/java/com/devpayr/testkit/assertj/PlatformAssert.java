package com.devpayr.testkit.assertj;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.RecordedRequest;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on the requests that a platform received since its start or since its log was cleared. */
public final class PlatformAssert extends AbstractAssert<PlatformAssert, InMemoryDevPayr> {
    PlatformAssert(InMemoryDevPayr platform) {
        super(platform, PlatformAssert.class);
    }

    /** Verifies that the platform received no request. */
    public PlatformAssert receivedNothing() {
        return receivedExactly();
    }

    /** Verifies that the platform received exactly these requests, in this order. */
    public PlatformAssert receivedExactly(Operation... operations) {
        List<@Nullable Operation> received =
                actual.requests().stream().map(RecordedRequest::operation).toList();
        if (!received.equals(List.of(operations))) {
            throw failure("%nExpected requests: %s%nbut received:       %s", List.of(operations), actual.requests());
        }
        return this;
    }

    /** Verifies that the platform received a request of an operation, and returns assertions on all of them. */
    public RequestsAssert received(Operation operation) {
        List<RecordedRequest> requests = actual.requests().stream()
                .filter(request -> request.operation() == operation)
                .toList();
        if (requests.isEmpty()) {
            throw failure("%nExpected a request %s%nbut received: %s", operation, actual.requests());
        }
        return new RequestsAssert(operation, requests);
    }
}
