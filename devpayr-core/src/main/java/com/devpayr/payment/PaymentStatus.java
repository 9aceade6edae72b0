package com.devpayr.payment;

import static java.util.Objects.requireNonNull;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.internal.model.ExtraFields;
import com.devpayr.internal.model.FieldValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payment status of a project or domain. Unpaid is a regular status, not an error.
 *
 * <p>A class with a builder rather than a record, so that fields can be added without breaking callers.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status.
 */
public final class PaymentStatus {
    private final boolean hasPaid;
    private final List<DeliveredInjectable> injectables;
    private final Map<String, @Nullable Object> extra;

    private PaymentStatus(Builder builder) {
        this.hasPaid = requireNonNull(builder.hasPaid, "has_paid");
        this.injectables = builder.injectables;
        this.extra = ExtraFields.copyOf(builder.extra);
    }

    /**
     * Returns a builder for a payment status.
     *
     * @param hasPaid whether the project or domain has been paid for
     */
    public static Builder builder(boolean hasPaid) {
        return new Builder().hasPaid(hasPaid);
    }

    /** Returns whether the project or domain has been paid for. */
    public boolean hasPaid() {
        return hasPaid;
    }

    /**
     * Returns the injectables of the application; unmodifiable; empty unless they were requested and the status is
     * paid.
     */
    public List<DeliveredInjectable> injectables() {
        return injectables;
    }

    /**
     * Returns the fields of the response that this version of the library does not know, by their names in JSON; unmodifiable,
     * usually empty. {@code equals} compares them; {@code toString} shows their names only.
     */
    public Map<String, @Nullable Object> extra() {
        return extra;
    }

    private FieldValues values() {
        return FieldValues.of(
                        "hasPaid", hasPaid,
                        "injectables", injectables)
                .withExtra(extra);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentStatus that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString("PaymentStatus");
    }

    /** Builder for {@link PaymentStatus}. */
    public static final class Builder {
        private @Nullable Boolean hasPaid;
        private List<DeliveredInjectable> injectables = List.of();
        private Map<String, @Nullable Object> extra = Map.of();

        private Builder() {}

        private Builder hasPaid(boolean hasPaid) {
            this.hasPaid = hasPaid;
            return this;
        }

        /** Sets the injectables of the application; empty by default. */
        public Builder injectables(List<DeliveredInjectable> injectables) {
            this.injectables = List.copyOf(requireNonNull(injectables, "injectables"));
            return this;
        }

        /** Sets a field that this version of the library does not know, by its name in JSON. */
        public Builder extra(String name, @Nullable Object value) {
            extra = ExtraFields.add(extra, name, value);
            return this;
        }

        /** Returns the payment status. */
        public PaymentStatus build() {
            return new PaymentStatus(this);
        }
    }
}
