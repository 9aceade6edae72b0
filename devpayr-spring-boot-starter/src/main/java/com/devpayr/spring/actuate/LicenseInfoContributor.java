package com.devpayr.spring.actuate;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Info contributor that adds the verdict. */
final class LicenseInfoContributor implements InfoContributor {
    private final LicenseGuard guard;

    LicenseInfoContributor(LicenseGuard guard) {
        this.guard = guard;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Verdict verdict = guard.current();
        builder.withDetail(
                "devpayr",
                Map.of("verdict", LicenseDescriptor.name(verdict), "reason", LicenseDescriptor.reason(verdict)));
    }
}
