package com.devpayr.spi;

import com.devpayr.error.ConfigurationException;

/**
 * A confirmation or denial of a license by DevPayr, in the form that a {@link LeaseStore} persists: an opaque, authenticated text.
 *
 * @param text the text to store: ASCII with line feeds, at most {@value #MAX_LENGTH} characters
 */
public record Lease(String text) {
    /** Maximum length of a lease in characters. */
    public static final int MAX_LENGTH = 2048;

    /**
     * Creates a lease from stored text. The text is verified when the license guard uses the lease.
     *
     * @throws ConfigurationException if the text is longer than {@value #MAX_LENGTH} characters
     */
    public Lease {
        if (text.length() > MAX_LENGTH) {
            throw new ConfigurationException(
                    "lease", "has " + text.length() + " characters; the maximum is " + MAX_LENGTH);
        }
    }

    /** Returns the length, not the text. */
    @Override
    public String toString() {
        return "Lease[" + text.length() + " characters]";
    }
}
