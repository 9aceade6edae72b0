package com.devpayr.testkit.platform;

import com.devpayr.operation.Operation;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.CannedAnswer;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** DevPayr: takes a request, applies its rules, answers. One request at a time, each in constant time. */
public final class Platform {
    private static final PlatformResponse WELCOME =
            PlatformResponse.json(200, Json.object("status", "ok", "message", "Welcome to DevPayr api endpoint"));

    private final Store store = new Store();
    private final RequestLog log = new RequestLog();
    private final Map<Operation, CannedAnswer> canned = new EnumMap<>(Operation.class);
    private final Clock clock;
    private final Projects projects;
    private final Domains domains;
    private final Licenses licenses;
    private final Injectables injectables;
    private final Payments payments;
    private @Nullable Caller caller;

    /** A platform that nobody uses yet. */
    public Platform(Clock clock) {
        this.clock = clock;
        Access access = new Access(store, clock);
        this.projects = new Projects(store, access, clock);
        this.domains = new Domains(store, access, clock);
        this.licenses = new Licenses(store, access, clock);
        this.injectables = new Injectables(store, access, clock);
        this.payments = new Payments(store, access, new Enforcement(store, clock), clock);
    }

    /** The answer to a request. */
    public synchronized PlatformResponse handle(PlatformRequest request) {
        Visit visit = Routes.find(request);
        PlatformResponse response = answer(request, visit);
        log.add(visit == null ? null : visit.operation(), request, response.status());
        return response;
    }

    private PlatformResponse answer(PlatformRequest request, @Nullable Visit visit) {
        if (visit == null) {
            return request.path().isEmpty() && request.method().equals("GET")
                    ? WELCOME
                    : Refusal.notFound().response();
        }
        CannedAnswer prepared = canned.remove(visit.operation());
        if (prepared == null) {
            return perform(visit);
        }
        if (prepared.isAfterActing()) {
            perform(visit);
        }
        return new PlatformResponse(prepared.status(), prepared.headers(), prepared::openBody);
    }

    private PlatformResponse perform(Visit visit) {
        try {
            return dispatch(visit);
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private PlatformResponse dispatch(Visit visit) {
        return switch (visit.operation()) {
            case PROJECT_LIST -> projects.list(visit);
            case PROJECT_GET -> projects.get(visit);
            case PROJECT_CREATE -> projects.create(visit);
            case PROJECT_UPDATE -> projects.update(visit);
            case PROJECT_DELETE -> projects.delete(visit);
            case DOMAIN_LIST -> domains.list(visit);
            case DOMAIN_GET -> domains.get(visit);
            case DOMAIN_CREATE -> domains.create(visit);
            case DOMAIN_UPDATE -> domains.update(visit);
            case DOMAIN_DELETE -> domains.delete(visit);
            case LICENSE_LIST -> licenses.list(visit);
            case LICENSE_GET -> licenses.get(visit);
            case LICENSE_CREATE -> licenses.create(visit);
            case LICENSE_UPDATE -> licenses.update(visit);
            case LICENSE_REVOKE -> licenses.revoke(visit);
            case LICENSE_REACTIVATE -> licenses.reactivate(visit);
            case LICENSE_DELETE -> licenses.delete(visit);
            case INJECTABLE_LIST -> injectables.list(visit);
            case INJECTABLE_GET -> injectables.get(visit);
            case INJECTABLE_CREATE -> injectables.create(visit);
            case INJECTABLE_UPDATE -> injectables.update(visit);
            case INJECTABLE_DELETE -> injectables.delete(visit);
            case INJECTABLE_STREAM -> payments.stream(visit, callerOf(visit));
            case PAYMENT_CHECK -> payments.check(visit, callerOf(visit));
            case PAYMENT_STATUS -> payments.status(visit);
        };
    }

    private Caller callerOf(Visit visit) {
        return caller != null ? caller : new Caller(visit.request().ip(), null);
    }

    /** Where all requests seem to come from; null for where they do. */
    public synchronized void seeCallersFrom(@Nullable Caller caller) {
        this.caller = caller;
    }

    /** What the next request of an operation is answered, once. */
    public synchronized void answerNext(Operation operation, CannedAnswer answer) {
        canned.put(operation, answer);
    }

    /** All requests since the start or the last {@link #forgetRequests()}, oldest first. */
    public synchronized List<RecordedRequest> requests() {
        return log.all();
    }

    /** Empties the log. */
    public synchronized void forgetRequests() {
        log.clear();
    }

    /** A project of an account, which is made when there is none of the name. */
    public synchronized ProjectRow addProject(String account, String name) {
        return projects.add(store.account(account), Json.object("name", name));
    }

    /** A verified production domain of a project. */
    public synchronized DomainRow addDomain(ProjectRow project, String host) {
        return domains.add(project, Json.object("domain", host, "environment", "production", "is_verified", true));
    }

    /** A license of a project, without any limit. */
    public synchronized LicenseRow addLicense(ProjectRow project, String title) {
        return licenses.add(project, Json.object("title", title));
    }

    /** A text that is delivered to paid and unpaid copies. */
    public synchronized InjectableRow addInjectable(ProjectRow project, String slug, Secret secret, String text) {
        return injectables.add(
                project,
                Json.object(
                        "slug",
                        slug,
                        "type",
                        "snippet",
                        "mode",
                        "write",
                        "target_path",
                        slug,
                        "only_if_paid",
                        false,
                        "is_active",
                        true,
                        "secret",
                        secret.reveal(),
                        "content",
                        text));
    }

    /** An account, which is made when there is none of the name. */
    public synchronized AccountRow account(String name) {
        return store.account(name);
    }

    /** Changes rows while no request is served. */
    public synchronized void change(Runnable change) {
        change.run();
    }

    /**
     * A new API key; only its hash is kept here.
     *
     * @param projectId the only project that it is for; null for all of its owner's
     * @param expiresAt when it ends; null for never
     */
    public synchronized String newKey(
            String account, @Nullable Long projectId, Set<Scope> scopes, @Nullable Instant expiresAt) {
        AccountRow owner = store.account(account);
        byte[] chance = new byte[16];
        new SecureRandom().nextBytes(chance);
        String key = (projectId == null ? "gk_" : "pk_") + owner.id + "_"
                + clock.instant().getEpochSecond() + "_" + HexFormat.of().formatHex(chance);
        store.keysByHash.put(Access.hash(key), new KeyRow(owner, projectId, scopes, expiresAt));
        return key;
    }
}
