package com.devpayr.resilience4j;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** One call for each retry safety, and one for each delete, in both styles. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum SampleCall {
    READ(
            Operation.PAYMENT_CHECK,
            devpayr -> devpayr.runtime().checkPayment(PaymentQuery.ofProject()),
            async -> async.runtime().checkPayment(PaymentQuery.ofProject())),
    IDEMPOTENT(
            Operation.LICENSE_UPDATE,
            devpayr -> devpayr.licenses()
                    .update(7, 12, LicenseUpdate.builder().title("Pro").build()),
            async -> async.licenses()
                    .update(7, 12, LicenseUpdate.builder().title("Pro").build())),
    PROJECT_DELETE(Operation.PROJECT_DELETE, devpayr -> devpayr.projects().delete(7), async -> async.projects()
            .delete(7)),
    DOMAIN_DELETE(Operation.DOMAIN_DELETE, devpayr -> devpayr.domains().delete(7, 12), async -> async.domains()
            .delete(7, 12)),
    LICENSE_DELETE(Operation.LICENSE_DELETE, devpayr -> devpayr.licenses().delete(7, 12), async -> async.licenses()
            .delete(7, 12)),
    INJECTABLE_DELETE(
            Operation.INJECTABLE_DELETE, devpayr -> devpayr.injectables().delete(7, 12), async -> async.injectables()
                    .delete(7, 12)),
    STATE_CHANGE(Operation.LICENSE_REVOKE, devpayr -> devpayr.licenses().revoke(7, 12), async -> async.licenses()
            .revoke(7, 12)),
    CREATE(
            Operation.LICENSE_CREATE,
            devpayr -> devpayr.licenses().create(7, LicenseDraft.builder("Pro").build()),
            async -> async.licenses().create(7, LicenseDraft.builder("Pro").build())),
    /** A create with secrets in its body. */
    INJECTABLE(
            Operation.INJECTABLE_CREATE,
            devpayr -> devpayr.injectables().create(7, Canaries.draft()),
            async -> async.injectables().create(7, Canaries.draft()));

    final Operation operation;
    private final Consumer<DevPayr> blocking;
    private final Function<AsyncDevPayr, CompletableFuture<?>> async;

    SampleCall(Operation operation, Consumer<DevPayr> blocking, Function<AsyncDevPayr, CompletableFuture<?>> async) {
        this.operation = operation;
        this.blocking = blocking;
        this.async = async;
    }

    /** Returns one call for each delete of the API. */
    static List<SampleCall> deletes() {
        return List.of(PROJECT_DELETE, DOMAIN_DELETE, LICENSE_DELETE, INJECTABLE_DELETE);
    }

    void on(DevPayr devpayr) {
        blocking.accept(devpayr);
    }

    CompletableFuture<?> on(AsyncDevPayr devpayr) {
        return async.apply(devpayr);
    }
}
