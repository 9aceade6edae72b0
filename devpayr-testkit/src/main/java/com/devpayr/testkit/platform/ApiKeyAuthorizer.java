package com.devpayr.testkit.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.testkit.model.Scope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whether an API key may do what it asks, in the platform's order. */
final class ApiKeyAuthorizer {
    private final Store store;
    private final Clock clock;
    private final @Nullable ApiKeyRow owners;

    ApiKeyAuthorizer(Store store, Clock clock) {
        this(store, clock, null);
    }

    private ApiKeyAuthorizer(Store store, Clock clock, @Nullable ApiKeyRow owners) {
        this.store = store;
        this.clock = clock;
        this.owners = owners;
    }

    /** Takes every visit for the owner's own, as the dashboard does, and asks for no key. */
    static ApiKeyAuthorizer ofOwner(AccountRow owner, Store store, Clock clock) {
        return new ApiKeyAuthorizer(store, clock, new ApiKeyRow(0, clock.instant(), owner, ""));
    }

    /**
     * The key that the visit carries, for an operation that is not on one project.
     *
     * @throws ErrorResponseException 401 or 403
     */
    ApiKeyRow admit(RoutedRequest visit) {
        ApiKeyRow key = validKey(visit);
        requireScope(key, visit.operation());
        return key;
    }

    /**
     * The project that the visit is about.
     *
     * @throws ErrorResponseException 401, 403 or 404
     */
    ProjectRow admitToProject(RoutedRequest visit) {
        ApiKeyRow key = validKey(visit);
        if (key.projectId != null && key.projectId != visit.projectId()) {
            throw new ErrorResponseException(403, "API key does not match project.");
        }
        ProjectRow project = store.projects.get(visit.projectId());
        if (project.isDeleted()) {
            throw ErrorResponseException.notFound();
        }
        if (project.owner != key.owner) {
            throw new ErrorResponseException(403, "API key does not match project owner.");
        }
        requireScope(key, visit.operation());
        return project;
    }

    private ApiKeyRow validKey(RoutedRequest visit) {
        if (owners != null) {
            return owners;
        }
        String value = visit.request().header("X-API-KEY");
        if (value == null || value.isEmpty()) {
            throw new ErrorResponseException(401, "Missing required X-API-KEY header.");
        }
        ApiKeyRow key = store.keys.named(hash(value));
        if (key == null || !key.isValid(clock.instant())) {
            throw new ErrorResponseException(403, "Invalid or expired API key.");
        }
        key.lastUsedAt = clock.instant();
        return key;
    }

    private static void requireScope(ApiKeyRow key, Operation operation) {
        Scope needed = scope(operation);
        if (!key.scopes.contains(needed)) {
            throw new ErrorResponseException(403, "API key lacks the scope " + needed.value() + ".");
        }
    }

    /** The scope that an operation by API key needs. */
    static Scope scope(Operation operation) {
        String resource = operation.name().substring(0, operation.name().indexOf('_')) + "S";
        return Scope.valueOf(resource + (operation.retrySafety() == RetrySafety.READ ? "_READ" : "_WRITE"));
    }

    static String hash(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
