package com.example

import com.devpayr.license.License
import com.devpayr.license.LicenseDraft
import java.time.Instant

fun assigned(license: License): Instant = license.expiresAt() // error: may be null
fun dereferenced(license: License): Long = license.expiresAt().epochSecond // error: may be null
fun passed(): LicenseDraft = LicenseDraft.builder(null).build() // error: must not be null
