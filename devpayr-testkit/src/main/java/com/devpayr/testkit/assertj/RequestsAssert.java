package com.devpayr.testkit.assertj;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on the requests of one operation. */
public final class RequestsAssert extends AbstractAssert<RequestsAssert, List<RecordedRequest>> {
    private final Operation operation;

    RequestsAssert(Operation operation, List<RecordedRequest> requests) {
        super(requests, RequestsAssert.class);
        this.operation = operation;
    }

    /** Verifies that there was exactly one request. */
    public RequestsAssert once() {
        return times(1);
    }

    /** Verifies the number of requests. */
    public RequestsAssert times(int count) {
        if (actual.size() != count) {
            throw failure("%nExpected %s requests %s but received %s: %s", count, operation, actual.size(), actual);
        }
        return this;
    }

    /**
     * Verifies that each request contained a field. The value of a secret field is {@code ****}, that of a file its
     * size, such as {@code 3 bytes}.
     */
    public RequestsAssert withField(String name, @Nullable Object value) {
        return each(
                "the field " + name + "=" + value,
                request -> request.fields().containsKey(name)
                        && Objects.equals(request.fields().get(name), value));
    }

    /** Verifies the HTTP status of the response to each request. */
    public RequestsAssert withStatus(int status) {
        return each("the status " + status, request -> request.status() == status);
    }

    /** Verifies the {@code X-Devpayr-Domain} header of each request. */
    public RequestsAssert fromDomain(String domain) {
        return each(
                "the domain " + domain,
                request -> domain.equals(request.headers().get("X-Devpayr-Domain")));
    }

    private RequestsAssert each(String description, Predicate<RecordedRequest> rule) {
        if (!actual.stream().allMatch(rule)) {
            throw failure("%nExpected every request %s to have %s, of: %s", operation, description, actual);
        }
        return this;
    }
}
