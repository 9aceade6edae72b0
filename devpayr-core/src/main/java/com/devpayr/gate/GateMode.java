package com.devpayr.gate;

/** What is done about a request to a copy that is not licensed. */
public enum GateMode {
    /** Nothing. */
    OFF,
    /** A line in the log; the request goes on. */
    LOG,
    /** A page for people, {@code application/problem+json} for programs. */
    PAGE,
    /** Another address for people, {@code application/problem+json} for programs. */
    REDIRECT
}
