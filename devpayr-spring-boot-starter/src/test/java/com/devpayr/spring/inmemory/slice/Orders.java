package com.devpayr.spring.inmemory.slice;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import org.springframework.stereotype.Component;

/** A component under test. */
@Component
class Orders {
    private final LicenseService licenses;
    private final LicenseGuard guard;

    Orders(LicenseService licenses, LicenseGuard guard) {
        this.licenses = licenses;
        this.guard = guard;
    }

    long sell(long project, String customer) {
        guard.requireLicensed();
        return licenses.create(project, LicenseDraft.builder(customer).build()).id();
    }
}
