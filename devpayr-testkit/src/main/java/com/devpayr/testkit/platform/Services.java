package com.devpayr.testkit.platform;

import java.time.Clock;

/** What the platform does, on one store. */
final class Services {
    final Store store;
    final Projects projects;
    final Domains domains;
    final Licenses licenses;
    final Injectables injectables;
    final Keys keys;
    private final Payments payments;

    Services(Store store, Clock clock) {
        this(store, clock, new Access(store, clock));
    }

    Services(Store store, Clock clock, Access access) {
        this.store = store;
        this.keys = new Keys(store, clock);
        this.projects = new Projects(store, access, clock);
        this.domains = new Domains(store, access, clock);
        this.licenses = new Licenses(store, access, clock);
        this.injectables = new Injectables(store, access, clock);
        this.payments = new Payments(store, access, new Enforcement(store, clock), clock);
    }

    /** @throws Refusal when it refuses */
    PlatformResponse perform(Visit visit, Caller caller) {
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
