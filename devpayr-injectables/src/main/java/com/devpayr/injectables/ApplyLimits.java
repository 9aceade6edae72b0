package com.devpayr.injectables;

import com.devpayr.error.InvalidRequestException;

/**
 * Limits on the number and size of the injectables that are applied at once.
 *
 * <pre>{@code
 * InjectableApplier applier = InjectableApplier.create(crypto, processor)
 *         .withLimits(ApplyLimits.builder().maxInjectables(50).build());
 * }</pre>
 *
 * <p>DevPayr itself accepts files of up to 5 MiB.
 */
public final class ApplyLimits {
    private static final int MIB = 1024 * 1024;

    /** The default limits: 1000 injectables, 8 MiB each, 64 MiB in total. */
    public static final ApplyLimits DEFAULT = builder().build();

    private final int maxInjectables;
    private final int maxBytesPerInjectable;
    private final long maxTotalBytes;

    private ApplyLimits(Builder builder) {
        this.maxInjectables = builder.maxInjectables;
        this.maxBytesPerInjectable = builder.maxBytesPerInjectable;
        this.maxTotalBytes = builder.maxTotalBytes;
    }

    /** Returns a builder that starts with the default limits. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the maximum number of injectables in a set. A larger set is rejected as a whole. */
    public int maxInjectables() {
        return maxInjectables;
    }

    /** Returns the maximum size of one decrypted injectable in bytes. A larger one is rejected, the others are applied. */
    public int maxBytesPerInjectable() {
        return maxBytesPerInjectable;
    }

    /** Returns the maximum total size of a decrypted set in bytes. A larger set is rejected as a whole. */
    public long maxTotalBytes() {
        return maxTotalBytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplyLimits limits
                && maxInjectables == limits.maxInjectables
                && maxBytesPerInjectable == limits.maxBytesPerInjectable
                && maxTotalBytes == limits.maxTotalBytes;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * maxInjectables + maxBytesPerInjectable) + Long.hashCode(maxTotalBytes);
    }

    @Override
    public String toString() {
        return "ApplyLimits[maxInjectables=" + maxInjectables + ", maxBytesPerInjectable=" + maxBytesPerInjectable
                + ", maxTotalBytes=" + maxTotalBytes + "]";
    }

    /** A builder of {@link ApplyLimits}. */
    public static final class Builder {
        private int maxInjectables = 1000;
        private int maxBytesPerInjectable = 8 * MIB;
        private long maxTotalBytes = 64L * MIB;

        private Builder() {}

        /**
         * Sets the maximum number of injectables in a set. Default: 1000.
         *
         * @throws InvalidRequestException when the limit is less than 1
         */
        public Builder maxInjectables(int maxInjectables) {
            requirePositive("maxInjectables", maxInjectables);
            this.maxInjectables = maxInjectables;
            return this;
        }

        /**
         * Sets the maximum size of one decrypted injectable in bytes. Default: 8 MiB.
         *
         * @throws InvalidRequestException when the limit is less than 1
         */
        public Builder maxBytesPerInjectable(int maxBytesPerInjectable) {
            requirePositive("maxBytesPerInjectable", maxBytesPerInjectable);
            this.maxBytesPerInjectable = maxBytesPerInjectable;
            return this;
        }

        /**
         * Sets the maximum total size of a decrypted set in bytes. Default: 64 MiB.
         *
         * @throws InvalidRequestException when the limit is less than 1
         */
        public Builder maxTotalBytes(long maxTotalBytes) {
            requirePositive("maxTotalBytes", maxTotalBytes);
            this.maxTotalBytes = maxTotalBytes;
            return this;
        }

        /** Creates the limits. */
        public ApplyLimits build() {
            return new ApplyLimits(this);
        }

        private static void requirePositive(String limit, long value) {
            if (value < 1) {
                throw new InvalidRequestException(limit, "is " + value + "; it must be 1 or more");
            }
        }
    }
}
