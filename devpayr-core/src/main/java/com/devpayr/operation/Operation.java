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
 * The operations of the DevPayr API, each with its path, credential and retry safety.
 *
 * <p>Headers, retries, metrics, fault injection and documentation depend on the operation, never on the HTTP method.
 *
 * <pre>{@code
 * Operation.LICENSE_CREATE.retrySafety(); // CREATE: never repeated automatically
 * Operation.PAYMENT_CHECK.credential(); // LICENSE_KEY
 * Operation.LICENSE_GET.resolvePath(List.of(7L, 12L)); // "project/7/licenses/12"
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}. The path of {@link #LICENSE_UPDATE} is an assumption of this client: DevPayr
 * documents the operation, but not its path.
 */
public enum Operation {
    /** Lists the projects that the API key has access to. */
    PROJECT_LIST("GET", "projects", API_KEY, READ),
    /** Returns a project, which DevPayr may have cached for up to 15 minutes. */
    PROJECT_GET("GET", "project/{project}", API_KEY, READ),
    /** Creates a project. Requires a global API key. */
    PROJECT_CREATE("POST", "project", API_KEY, CREATE),
    /** Updates the given fields of a project. */
    PROJECT_UPDATE("PATCH", "project/{project}", API_KEY, IDEMPOTENT),
    /** Deletes a project. Its licenses, domains and injectables become inaccessible. */
    PROJECT_DELETE("DELETE", "project/{project}", API_KEY, IDEMPOTENT),

    /** Lists the domains of a project. */
    DOMAIN_LIST("GET", "project/{project}/domains", API_KEY, READ),
    /** Returns a domain, which DevPayr may have cached for up to 15 minutes. */
    DOMAIN_GET("GET", "project/{project}/domain/{domain}", API_KEY, READ),
    /** Adds a domain to a project. */
    DOMAIN_CREATE("POST", "project/{project}/domains", API_KEY, CREATE),
    /** Updates the given fields of a domain. */
    DOMAIN_UPDATE("PUT", "project/{project}/domain/{domain}", API_KEY, IDEMPOTENT),
    /** Removes a domain from its project. */
    DOMAIN_DELETE("DELETE", "project/{project}/domains/{domain}", API_KEY, IDEMPOTENT),

    /** Lists the licenses of a project, newest first. */
    LICENSE_LIST("GET", "project/{project}/licenses", API_KEY, READ),
    /** Returns a license, which DevPayr may have cached for up to 15 minutes. */
    LICENSE_GET("GET", "project/{project}/licenses/{license}", API_KEY, READ),
    /** Issues a license. */
    LICENSE_CREATE("POST", "project/{project}/licenses", API_KEY, CREATE),
    /** Updates the given fields of a license. */
    LICENSE_UPDATE("PUT", "project/{project}/licenses/{license}", API_KEY, IDEMPOTENT),
    /** Revokes an active license. */
    LICENSE_REVOKE("POST", "project/{project}/licenses/{license}/revoke", API_KEY, STATE_CHANGE),
    /** Reactivates a revoked license. */
    LICENSE_REACTIVATE("POST", "project/{project}/licenses/{license}/reactivate", API_KEY, STATE_CHANGE),
    /** Deletes a license. */
    LICENSE_DELETE("DELETE", "project/{project}/licenses/{license}", API_KEY, IDEMPOTENT),

    /** Lists the injectables of a project, without their payloads. */
    INJECTABLE_LIST("GET", "project/{project}/injectables", API_KEY, READ),
    /** Returns an injectable with its encrypted payload. */
    INJECTABLE_GET("GET", "project/{project}/injectables/{injectable}", API_KEY, READ),
    /** Uploads an injectable. */
    INJECTABLE_CREATE("POST", "project/{project}/injectables", API_KEY, CREATE),
    /** Updates the given fields of an injectable. A request with a file is sent as POST. */
    INJECTABLE_UPDATE("PUT", "project/{project}/injectables/{injectable}", API_KEY, IDEMPOTENT),
    /** Deletes an injectable. */
    INJECTABLE_DELETE("DELETE", "project/{project}/injectables/{injectable}", API_KEY, IDEMPOTENT),
    /** Lists the injectables of the running application, with their payloads. */
    INJECTABLE_STREAM("GET", "injectable/stream", LICENSE_KEY, READ),

    /** Returns the payment status for the running application, which says whether it may run. */
    PAYMENT_CHECK("POST", "project/has-paid", LICENSE_KEY, READ),
    /** Returns the payment status of a project or domain to the backend. */
    PAYMENT_STATUS("GET", "project/{project}/has-paid", API_KEY, READ),

    /** Requests the root of the API, to check that DevPayr responds. */
    PING("GET", "", null, READ),

    /** Reads from an endpoint that has no constant. The request determines path and credential. */
    RAW_READ("GET", "", null, READ),
    /** Sends a request that may change something to an endpoint that has no constant. The request determines everything. */
    RAW_WRITE("POST", "", null, CREATE);

    /** Number of digits of the largest ID, to size the buffer for a path. */
    private static final int MAX_ID_LENGTH = 19;

    private final String httpMethod;
    private final String pathTemplate;
    private final @Nullable Credential credential;
    private final RetrySafety retrySafety;
    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // created by List.copyOf
    private final List<String> segments;

    @SuppressWarnings("ImmutableEnumChecker") // created by List.copyOf
    private final List<String> pathParameters;

    Operation(String httpMethod, String pathTemplate, @Nullable Credential credential, RetrySafety retrySafety) {
        this.httpMethod = httpMethod;
        this.pathTemplate = pathTemplate;
        this.credential = credential;
        this.retrySafety = retrySafety;
        this.id = name().toLowerCase(Locale.ROOT).replace('_', '.');
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int brace = pathTemplate.indexOf('{'); brace >= 0; brace = pathTemplate.indexOf('{', from)) {
            int end = pathTemplate.indexOf('}', brace);
            literals.add(pathTemplate.substring(from, brace));
            names.add(pathTemplate.substring(brace + 1, end));
            from = end + 1;
        }
        literals.add(pathTemplate.substring(from));
        this.segments = List.copyOf(literals);
        this.pathParameters = List.copyOf(names);
    }

    /** Returns the operation that a method of a service, or a method that overrides it, performs; null for other methods. */
    public static @Nullable Operation of(Method method) {
        return OperationLookup.of(method);
    }

    /** Returns whether the request determines path and credential, which the constant does not. */
    public boolean isRaw() {
        return this == RAW_READ || this == RAW_WRITE;
    }

    /** Returns the HTTP method in upper case. */
    public String httpMethod() {
        return httpMethod;
    }

    /** Returns the path relative to the base URL, with {@code {name}} for each ID and without a leading slash. */
    public String pathTemplate() {
        return pathTemplate;
    }

    /**
     * Returns the path with IDs in place of its parameters.
     *
     * @param ids one ID for each of the {@link #pathParameters()}, in order
     * @throws IllegalArgumentException if the number of IDs is wrong
     */
    public String resolvePath(List<Long> ids) {
        if (ids.size() != pathParameters.size()) {
            throw new IllegalArgumentException(this + " requires " + pathParameters.size() + " IDs, not " + ids.size());
        }
        if (ids.isEmpty()) {
            return pathTemplate;
        }
        StringBuilder path = new StringBuilder(pathTemplate.length() + MAX_ID_LENGTH).append(segments.get(0));
        for (int i = 0; i < ids.size(); i++) {
            path.append(ids.get(i)).append(segments.get(i + 1));
        }
        return path.toString();
    }

    /** Returns the names of the IDs in the path, in order. */
    public List<String> pathParameters() {
        return pathParameters;
    }

    /**
     * Returns the credential that authenticates the request; null for {@link #PING}, which needs none, and for raw requests,
     * which determine it.
     */
    public @Nullable Credential credential() {
        return credential;
    }

    /** Returns the effect of performing the operation again. */
    public RetrySafety retrySafety() {
        return retrySafety;
    }

    /** Returns whether responses can contain encrypted payloads, which are larger than other responses. */
    public boolean carriesPayload() {
        return switch (this) {
            case INJECTABLE_GET, INJECTABLE_CREATE, INJECTABLE_UPDATE, INJECTABLE_STREAM -> true;
            case PAYMENT_CHECK, PAYMENT_STATUS -> true;
            default -> false;
        };
    }

    /** Returns the name in messages, logs and metrics, such as {@code license.create}. Stable across versions. */
    public String id() {
        return id;
    }

    /** Returns instructions to find out whether the operation took effect; empty if it can simply be repeated. */
    public Optional<String> reconciliationHint() {
        return switch (this) {
            case PROJECT_CREATE -> Optional.of("List the projects and look for the name.");
            case DOMAIN_CREATE -> Optional.of("List the project's domains and look for the host name.");
            case LICENSE_CREATE -> Optional.of("List the project's licenses and look for the title.");
            case INJECTABLE_CREATE -> Optional.of("List the project's injectables and look for the slug or title.");
            case LICENSE_REVOKE, LICENSE_REACTIVATE ->
                Optional.of("List the project's licenses and check the status;"
                        + " a single license may be cached for up to 15 minutes.");
            case RAW_WRITE -> Optional.of("Check the resource before repeating the call.");
            default -> Optional.empty();
        };
    }
}
