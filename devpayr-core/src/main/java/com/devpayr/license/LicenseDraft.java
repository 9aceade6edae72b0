package com.devpayr.license;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;

/**
 * A license to issue.
 *
 * <pre>{@code
 * License license = devpayr.licenses().create(projectId, LicenseDraft.builder("Pro, ACME Inc.").maxDomains(3).build());
 * }</pre>
 *
 * <p>Limits that are not set are unlimited. DevPayr documents no default; this one is the client's assumption.
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses.
 */
public final class LicenseDraft extends LicenseFields {
    static {
        RequestBodies.register(LicenseDraft.class, draft -> draft.body);
    }

    private LicenseDraft(Builder builder) {
        super(builder.body.build());
    }

    /**
     * Returns a builder for a draft.
     *
     * @param title title, not blank, at most 255 characters, unique in the project
     * @throws com.devpayr.error.InvalidRequestException if the title is blank
     */
    public static Builder builder(String title) {
        return new Builder(title);
    }

    /** Returns the title. */
    public String title() {
        return requireNonNull(body.value("title", String.class));
    }

    /** Builder for {@link LicenseDraft}. */
    public static final class Builder extends LicenseFields.Builder<Builder> {
        private Builder(String title) {
            body.set("title", Preconditions.text("title", title));
        }

        @Override
        Builder self() {
            return this;
        }

        /** Returns the draft. */
        public LicenseDraft build() {
            return new LicenseDraft(this);
        }
    }
}
