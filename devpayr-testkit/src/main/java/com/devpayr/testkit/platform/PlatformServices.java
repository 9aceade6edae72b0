package com.devpayr.testkit.platform;

import java.time.Clock;

/** What the platform does, on one store. */
final class PlatformServices {
    final Store store;
    final ProjectEndpoints projects;
    final DomainEndpoints domains;
    final LicenseEndpoints licenses;
    final InjectableEndpoints injectables;
    final ApiKeys keys;
    private final PaymentEndpoints payments;

    PlatformServices(Store store, Clock clock) {
        this(store, clock, new ApiKeyAuthorizer(store, clock));
    }

    PlatformServices(Store store, Clock clock, ApiKeyAuthorizer access) {
        this.store = store;
        this.keys = new ApiKeys(store, clock);
        this.projects = new ProjectEndpoints(store, access, clock);
        this.domains = new DomainEndpoints(store, access, clock);
        this.licenses = new LicenseEndpoints(store, access, clock);
        this.injectables = new InjectableEndpoints(store, access, clock);
        this.payments = new PaymentEndpoints(store, access, new RuntimeEnforcement(store, clock), clock);
    }

    /** @throws ErrorResponseException when it refuses */
    PlatformResponse perform(RoutedRequest visit, CallerLocation caller) {
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
            case INJECTABLE_STREAM -> payments.stream(visit, caller);
            case PAYMENT_CHECK -> payments.check(visit, caller);
            case PAYMENT_STATUS -> payments.status(visit);
        };
    }
}
