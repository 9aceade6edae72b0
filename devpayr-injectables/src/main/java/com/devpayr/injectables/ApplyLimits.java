package com.devpayr.injectables;

import com.devpayr.error.InvalidRequestException;

/**
 * How much is taken at once. DevPayr itself takes no file above 5 MiB.
 *
 * @param injectables how many injectables a set may have; more are rejected as a whole
 * @param bytes how many bytes one plaintext may have
 * @param totalBytes how many bytes all plaintexts of a set may have together
 */
public record ApplyLimits(int injectables, int bytes, long totalBytes) {
    private static final int MIB = 1024 * 1024;

    /** 1000 injectables, 8 MiB each, 64 MiB together. */
    public static final ApplyLimits DEFAULT = new ApplyLimits(1000, 8 * MIB, 64L * MIB);

    /** Checks that every limit lets something through. */
    public ApplyLimits {
        if (injectables < 1 || bytes < 1 || totalBytes < 1) {
            throw new InvalidRequestException("limits", "hold a value below 1; each must be 1 or more");
        }
    }
}
