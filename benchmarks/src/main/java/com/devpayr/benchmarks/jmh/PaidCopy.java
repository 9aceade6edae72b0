package com.devpayr.benchmarks.jmh;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.spi.LeaseStore;
import java.lang.reflect.Proxy;
import java.util.List;

/** A copy that DevPayr always allows, without a network. */
public final class PaidCopy {
    private PaidCopy() {}

    /** A guard that has asked nothing yet. */
    public static LicenseGuard guard(Runnable asked) {
        PaymentStatus paid = new PaymentStatus(true, List.of());
        RuntimeService runtime = (RuntimeService) Proxy.newProxyInstance(
                RuntimeService.class.getClassLoader(),
                new Class<?>[] {RuntimeService.class},
                (proxy, method, arguments) -> {
                    asked.run();
                    return paid;
                });
        return LicenseGuard.builder(runtime)
                .application("acme-photos")
                .leaseStore(LeaseStore.memory())
                .build();
    }
}
