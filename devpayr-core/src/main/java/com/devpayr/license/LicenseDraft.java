package com.devpayr.license;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;

/**
 * A license to be issued.
 *
 * <pre>{@code
 * License license = devpayr.licenses().create(projectId, LicenseDraft.builder("Pro, ACME Inc.").maxDomains(3).build());
 * }</pre>
 *
 * <p>Source: wire contract, section 3, licenses, create. A limit that is not set is unlimited (our decision: the
 * platform documents none).
 */
public final class LicenseDraft extends Fields {
    private LicenseDraft(Builder builder) {
        super(builder);
    }

    /**
     * A draft.
     *
     * @param title what the vendor calls it: not blank, at most 255 characters, unique in the project
     * @throws com.devpayr.error.InvalidRequestException when the title is blank
     */
    public static Builder builder(String title) {
        return new Builder(title);
    }

    /** Gathers the draft's fields. */
    public static final class Builder extends LicenseFields<Builder> {
        private Builder(String title) {
            set("title", Preconditions.text("title", title));
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** The draft. */
        public LicenseDraft build() {
            return new LicenseDraft(this);
        }
    }
}
