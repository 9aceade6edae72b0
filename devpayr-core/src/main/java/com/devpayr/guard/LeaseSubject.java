package com.devpayr.guard;

/**
 * Whose lease it is.
 *
 * @param application the vendor's name for the application
 * @param domain the runtime identifier
 * @param scope whose payment was asked for
 */
record LeaseSubject(String application, String domain, PaymentScope scope) {}
