package com.devpayr.spi;

import com.devpayr.error.ConfigurationException;

/**
 * DevPayr's last yes, sealed: what a {@link LeaseStore} keeps. Opaque to all but the guard that made it.
 *
 * @param text the lease as it is stored: ASCII, with line feeds, at most {@value #MAX_LENGTH} characters
 */
public record Lease(String text) {
    /** How many characters a lease can have. */
    public static final int MAX_LENGTH = 2048;

    /**
     * A lease as it was stored; whether it is worth anything shows when it is opened.
     *
     * @throws ConfigurationException when it is too long to be one
     */
    public Lease {
        if (text.length() > MAX_LENGTH) {
            throw new ConfigurationException(
                    "lease", "has " + text.length() + " characters; no lease has more than " + MAX_LENGTH);
        }
    }

    /** Its length: the text is of use to nobody else. */
    @Override
    public String toString() {
        return "Lease[" + text.length() + " characters]";
    }
}
