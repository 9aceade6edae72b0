package com.devpayr.testkit.internal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.testkit.model.Scope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checks whether an API key permits a request, in the platform's order. */
final class ApiKeyAuthorizer {
    private final Store store;
    private final Clock clock;
    private final @Nullable ApiKeyRow ownerKey;

    ApiKeyAuthorizer(Store store, Clock clock) {
        this(store, clock, null);
    }

    private ApiKeyAuthorizer(Store store, Clock clock, @Nullable ApiKeyRow ownerKey) {
        this.store = store;
        this.clock = clock;
        this.ownerKey = ownerKey;
    }

    /**
     * Returns an authorizer that treats every request as the account owner's and requires no key, like the dashboard.
     */
    static ApiKeyAuthorizer ofOwner(AccountRow owner, Store store, Clock clock) {
        return new ApiKeyAuthorizer(store, clock, new ApiKeyRow(0, clock.instant(), owner, ""));
    }

    /**
     * Returns the key of a request whose operation does not concern a single project.
     *
     * @throws ErrorResponseException 401 or 403
     */
    ApiKeyRow admit(RoutedRequest request) {
        ApiKeyRow key = validKey(request);
        requireScope(key, request.operation());
        return key;
    }

    /**
     * Returns the project of a request.
     *
     * @throws ErrorResponseException 401, 403 or 404
     */
    ProjectRow admitToProject(RoutedRequest request) {
        ApiKeyRow key = validKey(request);
        if (key.projectId != null && key.projectId != request.projectId()) {
            throw new ErrorResponseException(403, "API key does not match project.");
        }
        ProjectRow project = store.projects.get(request.projectId());
        if (project.isDeleted()) {
            throw ErrorResponseException.notFound();
        }
        if (project.owner != key.owner) {
            throw new ErrorResponseException(403, "API key does not match project owner.");
        }
        requireScope(key, request.operation());
        return project;
    }

    /**
     * Checks that a resource exists in the project of the request, before {@link #admitToProject} checks whether the key
     * gives access to that project. The documentation describes this order for the get of a license only.
     *
     * @throws ErrorResponseException 401 or 403 for the key itself, else 404
     */
    void requireInProject(RoutedRequest request, @Nullable Row row) {
        validKey(request);
        if (row == null
                || row.parentId() != request.projectId()
                || store.projects.get(request.projectId()).isDeleted()) {
            throw ErrorResponseException.notFound();
        }
    }

    private ApiKeyRow validKey(RoutedRequest request) {
        if (ownerKey != null) {
            return ownerKey;
        }
        String value = request.raw().header("X-API-KEY");
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

    /** Returns the scope that an operation requires. */
    static Scope scope(Operation operation) {
        String resource = operation.name().substring(0, operation.name().indexOf('_')) + "S";
        return Scope.valueOf(resource + (operation.retrySafety() == RetrySafety.READ ? "_READ" : "_WRITE"));
    }

    static String hash(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM does not support SHA-256", impossible);
        }
    }
}
