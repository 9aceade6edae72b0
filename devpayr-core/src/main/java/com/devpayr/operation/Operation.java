package com.devpayr.operation;

import static com.devpayr.operation.Credential.API_KEY;
import static com.devpayr.operation.Credential.LICENSE_KEY;
import static com.devpayr.operation.RetrySafety.CREATE;
import static com.devpayr.operation.RetrySafety.IDEMPOTENT;
import static com.devpayr.operation.RetrySafety.READ;
import static com.devpayr.operation.RetrySafety.STATE_CHANGE;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One constant per operation of DevPayr's API, each with its route, its credential and what repeating it means.
 *
 * <p>Headers, retries, metrics, fault injection and documentation all ask the operation; nothing decides by HTTP verb.
 *
 * <pre>{@code
 * Operation.LICENSE_CREATE.retrySafety();      // CREATE: never repeated blindly
 * Operation.PAYMENT_CHECK.credential();   // LICENSE_KEY
 * Operation.LICENSE_GET.resolvePath(List.of(7L, 12L)); // "project/7/licenses/12"
 * }</pre>
 *
 * <p>Source: wire contract, section 3. {@link #LICENSE_UPDATE}'s route is our decision: the platform promises the
 * operation and documents no route for it.
 */
public enum Operation {
    /** All projects that the API key may see. */
    PROJECT_LIST("GET", "projects", API_KEY, READ),
    /** One project. The server may answer from a cache that is up to 15 minutes old. */
    PROJECT_GET("GET", "project/{project}", API_KEY, READ),
    /** Makes a project; needs a global API key. */
    PROJECT_CREATE("POST", "project", API_KEY, CREATE),
    /** Changes the fields of a project that are given. */
    PROJECT_UPDATE("PATCH", "project/{project}", API_KEY, IDEMPOTENT),
    /** Deletes a project; its licenses, domains and injectables become inaccessible. */
    PROJECT_DELETE("DELETE", "project/{project}", API_KEY, IDEMPOTENT),

    /** A project's domains. */
    DOMAIN_LIST("GET", "project/{project}/domains", API_KEY, READ),
    /** One domain. The server may answer from a cache that is up to 15 minutes old. */
    DOMAIN_GET("GET", "project/{project}/domain/{domain}", API_KEY, READ),
    /** Adds a domain to a project. */
    DOMAIN_CREATE("POST", "project/{project}/domains", API_KEY, CREATE),
    /** Changes the fields of a domain that are given. */
    DOMAIN_UPDATE("PUT", "project/{project}/domain/{domain}", API_KEY, IDEMPOTENT),
    /** Removes a domain from its project. */
    DOMAIN_DELETE("DELETE", "project/{project}/domains/{domain}", API_KEY, IDEMPOTENT),

    /** A project's licenses, newest first. */
    LICENSE_LIST("GET", "project/{project}/licenses", API_KEY, READ),
    /** One license. The server may answer from a cache that is up to 15 minutes old. */
    LICENSE_GET("GET", "project/{project}/licenses/{license}", API_KEY, READ),
    /** Issues a license. */
    LICENSE_CREATE("POST", "project/{project}/licenses", API_KEY, CREATE),
    /** Changes the fields of a license that are given. */
    LICENSE_UPDATE("PUT", "project/{project}/licenses/{license}", API_KEY, IDEMPOTENT),
    /** Takes an active license back. */
    LICENSE_REVOKE("POST", "project/{project}/licenses/{license}/revoke", API_KEY, STATE_CHANGE),
    /** Makes a revoked license active again. */
    LICENSE_REACTIVATE("POST", "project/{project}/licenses/{license}/reactivate", API_KEY, STATE_CHANGE),
    /** Deletes a license. */
    LICENSE_DELETE("DELETE", "project/{project}/licenses/{license}", API_KEY, IDEMPOTENT),

    /** A project's injectables, without their payloads. */
    INJECTABLE_LIST("GET", "project/{project}/injectables", API_KEY, READ),
    /** One injectable with its encrypted payload. */
    INJECTABLE_GET("GET", "project/{project}/injectables/{injectable}", API_KEY, READ),
    /** Uploads an injectable. */
    INJECTABLE_CREATE("POST", "project/{project}/injectables", API_KEY, CREATE),
    /** Changes the fields of an injectable that are given; with a file, the wire's verb is POST. */
    INJECTABLE_UPDATE("PUT", "project/{project}/injectables/{injectable}", API_KEY, IDEMPOTENT),
    /** Deletes an injectable. */
    INJECTABLE_DELETE("DELETE", "project/{project}/injectables/{injectable}", API_KEY, IDEMPOTENT),
    /** The running copy fetches its injectables, payloads included. */
    INJECTABLE_STREAM("GET", "injectable/stream", LICENSE_KEY, READ),

    /** The running copy asks whether it has been paid for, which is how it asks whether it may run. */
    PAYMENT_CHECK("POST", "project/has-paid", LICENSE_KEY, READ),
    /** The backend asks whether a project or domain has been paid for. */
    PAYMENT_STATUS("GET", "project/{project}/has-paid", API_KEY, READ);

    /** Digits of the largest id: room enough that a path is built in one piece. */
    private static final int LONGEST_ID = 19;

    private final String method;
    private final String path;
    private final Credential credential;
    private final RetrySafety repeat;
    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> segments;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList, which cannot be modified
    private final List<String> ids;

    Operation(String method, String path, Credential credential, RetrySafety repeat) {
        this.method = method;
        this.path = path;
        this.credential = credential;
        this.repeat = repeat;
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '.');
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int brace = path.indexOf('{'); brace >= 0; brace = path.indexOf('{', from)) {
            int end = path.indexOf('}', brace);
            literals.add(path.substring(from, brace));
            names.add(path.substring(brace + 1, end));
            from = end + 1;
        }
        literals.add(path.substring(from));
        this.segments = List.copyOf(literals);
        this.ids = List.copyOf(names);
    }

    /** The operation that a port's method, or a method that overrides one, performs; null for any other method. */
    public static @Nullable Operation of(Method method) {
        return OperationLookup.of(method);
    }

    /** The HTTP verb in upper case. */
    public String httpMethod() {
        return method;
    }

    /** The route relative to the base URL, with {@code {name}} for each id and without a leading slash. */
    public String pathTemplate() {
        return path;
    }

    /**
     * The route with its ids filled in, in order.
     *
     * @throws IllegalArgumentException when the number of ids is not that of the route
     */
    public String resolvePath(List<Long> ids) {
        if (ids.size() != this.ids.size()) {
            throw new IllegalArgumentException(this + " takes " + this.ids.size() + " ids, not " + ids.size());
        }
        StringBuilder filled = new StringBuilder(path.length() + LONGEST_ID).append(segments.get(0));
        for (int i = 0; i < ids.size(); i++) {
            filled.append(ids.get(i)).append(segments.get(i + 1));
        }
        return filled.toString();
    }

    /** The names of the ids that the route holds, in order. */
    public List<String> pathParameters() {
        return ids;
    }

    /** The credential that it carries. */
    public Credential credential() {
        return credential;
    }

    /** What performing it again means. */
    public RetrySafety retrySafety() {
        return repeat;
    }

    /** Whether its answer can hold encrypted payloads, which are larger than any other answer. */
    public boolean carriesPayload() {
        return switch (this) {
            case INJECTABLE_GET, INJECTABLE_CREATE, INJECTABLE_UPDATE, INJECTABLE_STREAM -> true;
            case PAYMENT_CHECK, PAYMENT_STATUS -> true;
            default -> false;
        };
    }

    /** Its name in messages, logs and metrics: {@code license.create}. Stable across versions. */
    public String id() {
        return id;
    }

    /** How to find out whether it happened, for one that may have; empty where repeating it is the answer. */
    public Optional<String> reconciliationHint() {
        return switch (this) {
            case PROJECT_CREATE -> Optional.of("List the projects and look for its name.");
            case DOMAIN_CREATE -> Optional.of("List the project's domains and look for the host name.");
            case LICENSE_CREATE -> Optional.of("List the project's licenses and look for the title.");
            case INJECTABLE_CREATE -> Optional.of("List the project's injectables and look for the slug or title.");
            case LICENSE_REVOKE, LICENSE_REACTIVATE ->
                Optional.of("List the project's licenses and look at its status;"
                        + " a single get may be 15 minutes old and tells nothing.");
            default -> Optional.empty();
        };
    }
}
