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
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseStatus;
import com.devpayr.secret.Secret;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings DevPayr to the state that an order requires. All methods are idempotent and thread-safe, and can be repeated after any
 * failure.
 *
 * <p>DevPayr has no idempotency keys, but host names of domains, titles of licenses and slugs of injectables are unique in a
 * project. Each resource therefore has a name derived from the order, by which {@code ensure} finds it before it is created, and
 * again if creating it was rejected or the response was lost. A delayed request is rejected as a duplicate.
 *
 * <p>State is read from lists, since the response to a single get may be 15 minutes old.
 */
@Component
class Provisioner {
    private static final String EDITION = "edition";
    private static final String TITLE_PREFIX = "Order ";

    private final DevPayr devpayr;
    private final DevPayrConfig config;
    private final long project;

    Provisioner(DevPayr devpayr, DevPayrConfig config, BillingProperties billing) {
        this.devpayr = devpayr;
        this.config = config;
        this.project = billing.projectId();
        secret(); // fails at startup if it is not configured
    }

    /** Ensures that the injectable exists, the customer's domain is paid for and the license is active. */
    License provision(Purchase purchase) {
        devpayr.injectables().ensure(project, edition());
        ProjectDomain domain =
                devpayr.domains().ensure(project, paidDomain(purchase)).resource();
        if (!domain.hasPaid()) {
            devpayr.domains()
                    .update(
                            project,
                            domain.id(),
                            DomainUpdate.builder().hasPaid(true).build());
        }
        // <ensure>
        LicenseDraft draft =
                LicenseDraft.builder(title(purchase)).domainId(domain.id()).build();
        License license = devpayr.licenses().ensure(project, draft).resource();
        // </ensure>
        if (!isActive(license)) {
            change(purchase, true, () -> devpayr.licenses().reactivate(project, license.id()));
        }
        return license;
    }

    /**
     * Revokes the license of an order. The domain is kept, since another order may use it.
     *
     * @return whether the order has a license
     */
    boolean revoke(Purchase purchase) {
        Optional<License> license = license(purchase);
        license.filter(Provisioner::isActive)
                .ifPresent(active ->
                        change(purchase, false, () -> devpayr.licenses().revoke(project, active.id())));
        return license.isPresent();
    }

    /** Sends a change. If the outcome is unknown or the change was rejected, the listed state decides. */
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

    private static DomainDraft paidDomain(Purchase purchase) {
        return DomainDraft.builder(purchase.domain(), DomainEnvironment.PRODUCTION)
                .hasPaid(true)
                .build();
    }

    /** Returns the title of the license. Contains only the order number, no personal data. */
    private static String title(Purchase purchase) {
        return TITLE_PREFIX + purchase.order();
    }

    /** Returns the order that a license was created for; empty if it was not created by this application. */
    static Optional<String> order(License license) {
        return Optional.ofNullable(license.title())
                .filter(title -> title.startsWith(TITLE_PREFIX))
                .map(title -> title.substring(TITLE_PREFIX.length()));
    }

    private Optional<License> license(Purchase purchase) {
        return devpayr.licenses().findByTitle(project, title(purchase));
    }

    /** Every application of the project receives every injectable, so it contains no customer data. */
    private InjectableDraft edition() {
        return InjectableDraft.builder(InjectableType.CONFIG, InjectableMode.WRITE, secret())
                .targetPath("edition.json")
                .content("{\"edition\": \"pro\"}")
                .slug(EDITION)
                .onlyIfPaid(false) // applies to the project; here the license decides
                .build();
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
