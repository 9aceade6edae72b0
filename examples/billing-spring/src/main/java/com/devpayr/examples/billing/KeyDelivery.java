package com.devpayr.examples.billing;

import com.devpayr.secret.LicenseKey;

/** Strategy to deliver a license key to the customer. */
interface KeyDelivery {
    /** Delivers a key. May be called again for the same order after a crash. */
    void deliver(Purchase purchase, LicenseKey key);
}
