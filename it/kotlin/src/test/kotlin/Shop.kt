package com.example

import com.devpayr.DevPayr
import com.devpayr.config.DevPayrConfig
import com.devpayr.guard.LicenseGuard
import com.devpayr.guard.Verdict
import com.devpayr.license.LicenseDraft
import com.devpayr.retrofit.RetrofitDevPayr
import java.time.Duration
import java.time.Instant

fun main() {
    RetrofitDevPayr.create(DevPayrConfig.fromEnvironment()).use { devpayr ->
        LicenseGuard.builder(devpayr).application("acme-photos").build().use { guard ->
            println(describe(guard.check()))
        }
    }
}

// Verdict is a sealed interface: no else branch is needed.
fun describe(verdict: Verdict): String = when (verdict) {
    is Verdict.Allowed -> "licensed: ${verdict.source}"
    is Verdict.Denied -> "denied: ${verdict.serverMessage ?: verdict.reason.message()}"
    is Verdict.Unknown -> "unknown: ${verdict.cause}"
}

fun sell(devpayr: DevPayr, projectId: Long, customer: String, days: Long): String =
    devpayr.licenses()
        .create(projectId, LicenseDraft.builder(customer).expiresAt(Instant.now() + Duration.ofDays(days)).build())
        .key()
        .reveal()

// expiresAt() is null for a license that does not expire.
fun daysLeft(devpayr: DevPayr, projectId: Long, licenseId: Long): Long? =
    devpayr.licenses().get(projectId, licenseId).expiresAt()?.let { end ->
        Duration.between(Instant.now(), end).toDays()
    }
