package com.devpayr.vertx.health;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.Status;
import java.util.Locale;

/**
 * A health check procedure that reports a guard's cached verdict, without I/O. The status is {@code UP} if the application is
 * permitted to run or the first license check is pending, otherwise {@code DOWN}. Its data are the {@code verdict} ({@code
 * allowed}, {@code denied} or {@code unknown}) and the {@code reason}.
 *
 * <pre>{@code
 * HealthChecks checks = HealthChecks.create(vertx).register("devpayr", LicenseHealthCheck.create(devpayr.guard()));
 * }</pre>
 */
public final class LicenseHealthCheck implements Handler<Promise<Status>> {
    private final LicenseGuard guard;

    private LicenseHealthCheck(LicenseGuard guard) {
        this.guard = guard;
    }

    /** Creates a procedure for a guard, to be registered with {@code HealthChecks} or a {@code HealthCheckHandler}. */
    public static LicenseHealthCheck create(LicenseGuard guard) {
        return new LicenseHealthCheck(guard);
    }

    @Override
    public void handle(Promise<Status> promise) {
        Verdict verdict = guard.current();
        promise.complete(new Status()
                .setOk(guard.isPermitted(verdict) || guard.isFirstCheckPending())
                .setData(data(verdict)));
    }

    private static JsonObject data(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed allowed) {
            return data("allowed", kebabCase(allowed.source()));
        }
        return verdict instanceof Verdict.Denied denied
                ? data("denied", denied.reason().id())
                : data("unknown", kebabCase(((Verdict.Unknown) verdict).cause()));
    }

    private static JsonObject data(String verdict, String reason) {
        return new JsonObject().put("verdict", verdict).put("reason", reason);
    }

    private static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
