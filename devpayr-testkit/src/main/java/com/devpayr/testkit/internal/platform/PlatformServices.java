package com.devpayr.testkit.internal.platform;

import java.time.Clock;

/** The endpoints of the platform on one store. */
final class PlatformServices {
    private static final PlatformResponse WELCOME =
            PlatformResponse.json(200, Json.object("status", "ok", "message", "Welcome to DevPayr api endpoint"));

    final Store store;
    final Clock clock;
    final ChangePublisher changes;
    final ProjectEndpoints projects;
    final DomainEndpoints domains;
    final LicenseEndpoints licenses;
    final InjectableEndpoints injectables;
    final ApiKeys keys;
    private final PaymentEndpoints payments;

    PlatformServices(Store store, Clock clock, ChangePublisher changes) {
        this(store, clock, changes, new ApiKeyAuthorizer(store, clock));
    }

    PlatformServices(Store store, Clock clock, ChangePublisher changes, ApiKeyAuthorizer access) {
        this.store = store;
        this.clock = clock;
        this.changes = changes;
        this.keys = new ApiKeys(store, clock);
        this.projects = new ProjectEndpoints(store, access, clock, changes);
        this.domains = new DomainEndpoints(store, access, clock, changes);
        this.licenses = new LicenseEndpoints(store, access, clock, changes);
        this.injectables = new InjectableEndpoints(store, access, clock);
        this.payments = new PaymentEndpoints(store, access, new RuntimeEnforcement(store, clock), clock);
    }

    /** @throws ErrorResponseException if the request is rejected */
    PlatformResponse perform(RoutedRequest request, CallerLocation caller) {
        return switch (request.operation()) {
            case PROJECT_LIST -> projects.list(request);
            case PROJECT_GET -> projects.get(request);
            case PROJECT_CREATE -> projects.create(request);
            case PROJECT_UPDATE -> projects.update(request);
            case PROJECT_DELETE -> projects.delete(request);
            case DOMAIN_LIST -> domains.list(request);
            case DOMAIN_GET -> domains.get(request);
            case DOMAIN_CREATE -> domains.create(request);
            case DOMAIN_UPDATE -> domains.update(request);
            case DOMAIN_DELETE -> domains.delete(request);
            case LICENSE_LIST -> licenses.list(request);
            case LICENSE_GET -> licenses.get(request);
            case LICENSE_CREATE -> licenses.create(request);
            case LICENSE_UPDATE -> licenses.update(request);
            case LICENSE_REVOKE -> licenses.revoke(request);
            case LICENSE_REACTIVATE -> licenses.reactivate(request);
            case LICENSE_DELETE -> licenses.delete(request);
            case INJECTABLE_LIST -> injectables.list(request);
            case INJECTABLE_GET -> injectables.get(request);
            case INJECTABLE_CREATE -> injectables.create(request);
            case INJECTABLE_UPDATE -> injectables.update(request);
            case INJECTABLE_DELETE -> injectables.delete(request);
            case INJECTABLE_STREAM -> payments.stream(request, caller);
            case PAYMENT_CHECK -> payments.check(request, caller);
            case PAYMENT_STATUS -> payments.status(request);
            case PING -> WELCOME;
            case RAW_READ, RAW_WRITE -> throw new IllegalStateException("no route has this operation");
        };
    }
}
