package com.devpayr.examples.billing;

import com.devpayr.license.License;
import com.devpayr.webhook.LicenseDeleted;
import com.devpayr.webhook.LicenseEvent;
import com.devpayr.webhook.LicenseReactivated;
import com.devpayr.webhook.LicenseRevoked;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the states of licenses in sync with DevPayr, also if a license is changed in DevPayr's dashboard. The starter receives
 * DevPayr's webhooks, verifies them and publishes their events. If a listener fails, DevPayr sends the event again.
 */
@Component
class LicenseSync {
    private static final Logger LOG = LoggerFactory.getLogger(LicenseSync.class);

    private final Purchases purchases;
    private final BillingProperties billing;
    private final Clock clock;

    LicenseSync(Purchases purchases, BillingProperties billing, Clock clock) {
        this.purchases = purchases;
        this.billing = billing;
        this.clock = clock;
    }

    // <listener>
    @EventListener
    void on(LicenseRevoked event) {
        record(event, Purchase.License.REVOKED);
    }

    @EventListener
    void on(LicenseReactivated event) {
        record(event, Purchase.License.ACTIVE);
    }
    // </listener>

    @EventListener
    void on(LicenseDeleted event) {
        record(event, Purchase.License.NONE);
    }

    private void record(LicenseEvent event, Purchase.License state) {
        License license = event.license();
        Long projectId = event.projectId();
        if (license == null || (projectId != null && projectId != billing.projectId())) {
            return;
        }
        Instant changedAt = event.createdAt() == null ? clock.instant() : event.createdAt();
        Provisioner.order(license)
                .filter(order -> purchases.licenseChanged(order, state, changedAt))
                .ifPresent(order -> LOG.info("Order {}: license is {} in DevPayr", order, state));
    }
}
