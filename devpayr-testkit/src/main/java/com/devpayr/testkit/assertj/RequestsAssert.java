package com.devpayr.testkit.assertj;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** The requests of one operation. */
public final class RequestsAssert extends AbstractAssert<RequestsAssert, List<RecordedRequest>> {
    private final Operation operation;

    RequestsAssert(Operation operation, List<RecordedRequest> requests) {
        super(requests, RequestsAssert.class);
        this.operation = operation;
    }

    /** There was one. */
    public RequestsAssert once() {
        return times(1);
    }

    /** There were so many. */
    public RequestsAssert times(int count) {
        if (actual.size() != count) {
            throw failure("%nExpected %s requests %s but received %s: %s", count, operation, actual.size(), actual);
        }
        return this;
    }

    /** Each held a field of a value; a secret field's value shows as {@code ****}, a file as {@code 3 bytes}. */
    public RequestsAssert withField(String name, @Nullable Object value) {
        return each(
                "the field " + name + "=" + value,
                request -> request.fields().containsKey(name)
                        && Objects.equals(request.fields().get(name), value));
    }

    /** Each was answered with a status. */
    public RequestsAssert withStatus(int status) {
        return each("the answer " + status, request -> request.status() == status);
    }

    /** Each came from a runtime domain. */
    public RequestsAssert fromDomain(String domain) {
        return each(
                "the domain " + domain,
                request -> domain.equals(request.headers().get("X-Devpayr-Domain")));
    }

    private RequestsAssert each(String wanted, Predicate<RecordedRequest> rule) {
        if (!actual.stream().allMatch(rule)) {
            throw failure("%nExpected every request %s to have %s, of: %s", operation, wanted, actual);
        }
        return this;
    }
}
