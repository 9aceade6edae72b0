package com.devpayr.enforcement;

/** The mode of license enforcement: the treatment of requests while the application is not permitted to run. */
public enum EnforcementMode {
    /** Requests are not checked. */
    OFF,
    /** A warning is logged and the request proceeds. */
    LOG,
    /** Browsers receive an HTML page, API clients {@code application/problem+json}. */
    PAGE,
    /** Browsers are redirected, API clients receive {@code application/problem+json}. */
    REDIRECT
}
