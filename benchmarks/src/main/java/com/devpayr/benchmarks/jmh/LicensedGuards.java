package com.devpayr.benchmarks.jmh;

import com.devpayr.DevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import com.devpayr.spi.LeaseStore;
import java.util.List;

/** Creates license guards without a network, whose checks are always confirmed. */
public final class LicensedGuards {
    private LicensedGuards() {}

    /** Creates a guard that has not checked the license yet. */
    public static LicenseGuard guard(Runnable onRequest) {
        PaymentStatus paid = PaymentStatus.builder(true).build();
        DevPayr devpayr = DevPayr.create(StubTransport.CONFIG, new CallTransport() {
            @Override
            public Object call(Operation operation, List<Object> arguments, CallContext context) {
                onRequest.run();
                return paid;
            }

            @Override
            public void close() {}
        });
        return LicenseGuard.builder(devpayr)
                .application("acme-photos")
                .leaseStore(LeaseStore.memory())
                .build();
    }
}
