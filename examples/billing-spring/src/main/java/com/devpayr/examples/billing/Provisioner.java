package com.devpayr.examples.billing;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ValidationException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseStatus;
import com.devpayr.secret.Secret;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Brings DevPayr to what an order is worth, from whatever it holds. Each method may be repeated, by any number of threads and
 * after any failure.
 *
 * <p>DevPayr takes no idempotency keys, but keeps names unique in a project: host names of domains, titles of licenses, slugs
 * of injectables. So everything here has a name that follows from the order, is looked for before it is made, and is looked
 * for again when its making was refused or its answer lost. A request that arrives late is refused as a duplicate.
 *
 * <p>All is read from lists: a single get may be 15 minutes old.
 */
@Component
class Provisioner {
    private static final String EDITION = "edition";

    private final DevPayr devpayr;
    private final DevPayrConfig config;
    private final long project;

    Provisioner(DevPayr devpayr, DevPayrConfig config, BillingProperties billing) {
        this.devpayr = devpayr;
        this.config = config;
        this.project = billing.projectId();
        secret(); // missing, it is missed at the start
    }

    /** The customer's domain is paid for, the license on it works, and what the product delivers is there. */
    License provision(Purchase purchase) {
        ensureEdition();
        ProjectDomain domain = findOrCreate(() -> domain(purchase.domain()), () -> createDomain(purchase.domain()));
        if (!domain.hasPaid()) {
            devpayr.domains()
                    .update(
                            project,
                            domain.id(),
                            DomainUpdate.builder().hasPaid(true).build());
        }
        License license = findOrCreate(() -> license(purchase), () -> createLicense(purchase, domain));
        if (!isActive(license)) {
            change(purchase, true, () -> devpayr.licenses().reactivate(project, license.id()));
        }
        return license;
    }

    /**
     * No license of the order works. The domain stays, since another order can be for it too.
     *
     * @return whether there is a license
     */
    boolean revoke(Purchase purchase) {
        Optional<License> license = license(purchase);
        license.filter(Provisioner::isActive)
                .ifPresent(active ->
                        change(purchase, false, () -> devpayr.licenses().revoke(project, active.id())));
        return license.isPresent();
    }

    // <findOrCreate>
    private static <T> T findOrCreate(Supplier<Optional<T>> find, Supplier<T> create) {
        return find.get().orElseGet(() -> {
            try {
                return create.get();
            } catch (OutcomeUnknownException | ValidationException perhapsThere) {
                return find.get().orElseThrow(() -> perhapsThere);
            }
        });
    }
    // </findOrCreate>

    /** Refused or not answered, the change may have happened: what DevPayr now lists decides. */
    private void change(Purchase purchase, boolean active, Runnable request) {
        try {
            request.run();
        } catch (OutcomeUnknownException | ForbiddenException perhapsDone) {
            if (license(purchase).filter(license -> isActive(license) == active).isEmpty()) {
                throw perhapsDone;
            }
        }
    }

    private static boolean isActive(License license) {
        return license.status() == null || license.status().equals(LicenseStatus.ACTIVE);
    }

    private Optional<ProjectDomain> domain(String host) {
        return devpayr.domains().listAll(project).stream()
                .filter(domain -> domain.domain().equalsIgnoreCase(host))
                .findFirst();
    }

    private ProjectDomain createDomain(String host) {
        return devpayr.domains()
                .create(
                        project,
                        DomainDraft.builder(host, DomainEnvironment.PRODUCTION)
                                .hasPaid(true)
                                .build());
    }

    /** The order's number alone names the license: whoever bought it is nobody else's business. */
    private static String title(Purchase purchase) {
        return "Order " + purchase.order();
    }

    private Optional<License> license(Purchase purchase) {
        return devpayr.licenses().listAll(project).stream()
                .filter(license -> title(purchase).equals(license.title()))
                .findFirst();
    }

    private License createLicense(Purchase purchase, ProjectDomain domain) {
        return devpayr.licenses()
                .create(
                        project,
                        LicenseDraft.builder(title(purchase))
                                .domainId(domain.id())
                                .build());
    }

    /** Every copy of the project gets every injectable, so that this one says nothing of any customer. */
    private void ensureEdition() {
        findOrCreate(
                () -> devpayr.injectables().listAll(project).stream()
                        .filter(injectable -> EDITION.equals(injectable.slug()))
                        .findFirst(),
                () -> devpayr.injectables()
                        .create(
                                project,
                                InjectableDraft.builder(InjectableType.CONFIG, InjectableMode.WRITE, secret())
                                        .targetPath("edition.json")
                                        .content("{\"edition\": \"pro\"}")
                                        .slug(EDITION)
                                        .onlyIfPaid(false) // that asks for the whole project; the license decides here
                                        .build()));
    }

    private Secret secret() {
        Secret secret = config.secret();
        if (secret == null) {
            throw new ConfigurationException(
                    "devpayr.secret", "is not set; injectables are encrypted and signed with it");
        }
        return secret;
    }
}
