package com.devpayr.examples.billing;

import com.devpayr.error.DevPayrException;
import com.devpayr.secret.LicenseKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes payment events. An event describes a payment, not an action: DevPayr is brought to the state that the latest event of
 * the order requires. Repeated events, events in the wrong order and crashes therefore do no harm.
 */
@Service
class Billing {
    private static final Logger LOG = LoggerFactory.getLogger(Billing.class);
    private static final int ENDING_LENGTH = 4;

    private final Purchases purchases;
    private final Provisioner provisioner;
    private final KeyDelivery delivery;
    private final TransactionTemplate transaction;

    Billing(Purchases purchases, Provisioner provisioner, KeyDelivery delivery, TransactionTemplate transaction) {
        this.purchases = purchases;
        this.provisioner = provisioner;
        this.delivery = delivery;
        this.transaction = transaction;
    }

    /**
     * Processes an event and records the result.
     *
     * @throws DevPayrException if DevPayr could not be updated; the event must be delivered again
     */
    void handle(PaymentEvent event) {
        purchases.store(event);
        try {
            transaction.executeWithoutResult(status -> process(event));
        } catch (DevPayrException problem) {
            purchases.failed(event.id(), String.valueOf(problem.getMessage()));
            throw problem;
        }
    }

    /** Processes one event of an order at a time: the row of the order is locked during the requests to DevPayr. */
    private void process(PaymentEvent event) {
        Purchase purchase = purchases.lock(event.order());
        if (purchases.isDone(event.id())) {
            return;
        }
        if (purchases.latest(purchase.order()).isPaid()) {
            provision(purchase);
        } else if (provisioner.revoke(purchase)) {
            purchases.revoked(purchase.order());
        }
        purchases.done(event.id());
        LOG.info("Order {}: processed event {}", purchase.order(), event.id());
    }

    private void provision(Purchase purchase) {
        LicenseKey key = provisioner.provision(purchase).key();
        if (purchase.keyEnding() == null) {
            delivery.deliver(purchase, key);
        }
        purchases.provisioned(purchase.order(), ending(key.reveal()));
    }

    private static String ending(String key) {
        return key.length() < 4 * ENDING_LENGTH ? "" : key.substring(key.length() - ENDING_LENGTH);
    }
}
