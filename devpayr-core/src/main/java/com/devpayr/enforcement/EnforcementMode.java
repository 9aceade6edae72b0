package com.devpayr.enforcement;

/** What is done about a request to a copy that is not licensed. */
public enum EnforcementMode {
    /** Nothing. */
    OFF,
    /** A line in the log; the request goes on. */
    LOG,
    /** A page for people, {@code application/problem+json} for programs. */
    PAGE,
    /** Another address for people, {@code application/problem+json} for programs. */
    REDIRECT
}
