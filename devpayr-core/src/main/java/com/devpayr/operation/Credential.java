package com.devpayr.operation;

/**
 * The credential that a request is authenticated with. A request carries exactly one, even if both are configured.
 *
 * <p>Source: {@code docs/wire-contract.md}, Credentials.
 */
public enum Credential {
    /** Authenticates a vendor's backend, which manages projects, licenses, domains and injectables. */
    API_KEY("X-API-KEY", "apiKey", "DEVPAYR_API_KEY"),
    /** Authenticates a licensed application, which checks its license and fetches its injectables. */
    LICENSE_KEY("X-LICENSE-KEY", "licenseKey", "DEVPAYR_LICENSE_KEY");

    private final String header;
    private final String setting;
    private final String variable;

    Credential(String header, String setting, String variable) {
        this.header = header;
        this.setting = setting;
        this.variable = variable;
    }

    /** Returns the name of the HTTP header. */
    public String header() {
        return header;
    }

    /** Returns the name of the setting of {@code DevPayrConfig}. */
    public String setting() {
        return setting;
    }

    /** Returns the name of the environment variable. */
    public String variable() {
        return variable;
    }
}
