package com.devpayr.operation;

/**
 * Which of the two credentials an operation carries. A request carries exactly one, also when both are configured.
 *
 * <p>Source: wire contract, section 2.
 */
public enum Credential {
    /** The vendor's backend manages projects, licenses, domains and injectables with it. */
    API_KEY("X-API-KEY", "apiKey", "DEVPAYR_API_KEY"),
    /** The shipped software asks with it whether this copy may run. */
    LICENSE_KEY("X-LICENSE-KEY", "licenseKey", "DEVPAYR_LICENSE_KEY");

    private final String header;
    private final String setting;
    private final String variable;

    Credential(String header, String setting, String variable) {
        this.header = header;
        this.setting = setting;
        this.variable = variable;
    }

    /** The name of the HTTP header that carries it. */
    public String header() {
        return header;
    }

    /** The name of the setting of {@code DevPayrConfig} that supplies it. */
    public String setting() {
        return setting;
    }

    /** The environment variable that supplies it. */
    public String variable() {
        return variable;
    }
}
