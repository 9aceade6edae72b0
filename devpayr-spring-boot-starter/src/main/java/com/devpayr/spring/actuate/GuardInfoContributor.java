package com.devpayr.spring.actuate;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Whether this copy is licensed, as a line among the application's facts. */
final class GuardInfoContributor implements InfoContributor {
    private final LicenseGuard guard;

    GuardInfoContributor(LicenseGuard guard) {
        this.guard = guard;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Verdict verdict = guard.current();
        builder.withDetail(
                "devpayr", Map.of("verdict", GuardReport.name(verdict), "reason", GuardReport.reason(verdict)));
    }
}
