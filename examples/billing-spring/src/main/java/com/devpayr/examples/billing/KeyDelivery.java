package com.devpayr.examples.billing;

import com.devpayr.secret.LicenseKey;

/** Brings a license key to its customer. */
interface KeyDelivery {
    /** Hands the key on. May be called again for the same order, after a crash. */
    void deliver(Purchase purchase, LicenseKey key);
}
