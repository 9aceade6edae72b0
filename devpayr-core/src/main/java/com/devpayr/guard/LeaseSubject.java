package com.devpayr.guard;

/**
 * The identity that a lease is issued for. A lease is valid only for the same subject.
 *
 * @param application the vendor's name for the application
 * @param domain the domain of the running application
 * @param scope the payment scope of the license check
 */
record LeaseSubject(String application, String domain, PaymentScope scope) {}
