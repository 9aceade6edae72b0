package com.devpayr.project;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a draft and an update of a project have in common. */
abstract class ProjectFields {
    /** The fields with methods that the builders have in common. */
    static final KnownFields KNOWN = KnownFields.of(
            "slug",
            "description",
            "default_redirect_url",
            "logo_url",
            "webhook_url",
            "webhook_secret",
            "meta",
            "has_paid");

    final RequestBody body;

    ProjectFields(RequestBody body) {
        this.body = body;
    }

    /** Returns the globally unique short name, or null if not set. */
    public @Nullable String slug() {
        return body.value("slug", String.class);
    }

    /** Returns the description, or null if not set. */
    public @Nullable String description() {
        return body.value("description", String.class);
    }

    /** Returns the URL that visitors of an unlicensed application are redirected to, or null if not set. */
    public @Nullable String defaultRedirectUrl() {
        return body.value("default_redirect_url", String.class);
    }

    /** Returns the URL of the logo, or null if not set. */
    public @Nullable String logoUrl() {
        return body.value("logo_url", String.class);
    }

    /** Returns the URL that DevPayr sends events to, or null if not set. */
    public @Nullable String webhookUrl() {
        return body.value("webhook_url", String.class);
    }

    /** Returns the secret that DevPayr signs events with, or null if not set. */
    public @Nullable Secret webhookSecret() {
        return body.value("webhook_secret", Secret.class);
    }

    /** Returns the vendor's own metadata, or null if not set; unmodifiable. */
    @SuppressWarnings("unchecked") // the setter's type
    public @Nullable Map<String, @Nullable Object> meta() {
        return body.value("meta", Map.class);
    }

    /** Returns whether the project has been paid for, or null if not set. */
    public @Nullable Boolean hasPaid() {
        return body.value("has_paid", Boolean.class);
    }

    /** Returns the fields that this version of the library does not know, by their names in JSON; unmodifiable. */
    public Map<String, @Nullable Object> extra() {
        return body.extra();
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // a draft and an update with the same fields are not equal
    public boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((ProjectFields) other).body.equals(body);
    }

    @Override
    public int hashCode() {
        return body.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + body;
    }

    /** Builder of the fields that they have in common. */
    abstract static class Builder<B extends Builder<B>> {
        final RequestBody.Builder body = RequestBody.builder();
        private final KnownFields known;

        Builder(KnownFields known) {
            this.known = known;
        }

        abstract B self();

        /**
         * Sets a field that this version of the library does not know, for example because DevPayr has added it since.
         *
         * @param name name in JSON
         * @param value String, Boolean, number, List, Map with String keys, or null; copied
         * @throws com.devpayr.error.InvalidRequestException if there is a method for the field, which the message names, or
         *     JSON cannot represent the value
         */
        public B extra(String name, @Nullable Object value) {
            body.extra(known, name, value);
            return self();
        }

        /**
         * Sets the globally unique short name: letters, digits, {@code -} and {@code _}, at most 255 characters.
         * DevPayr generates one by default.
         */
        public B slug(String slug) {
            body.set("slug", Preconditions.text("slug", slug));
            return self();
        }

        /** Sets the description, at most 1000 characters. */
        public B description(String description) {
            body.set("description", description);
            return self();
        }

        /** Sets the URL that visitors of an unlicensed application are redirected to. */
        public B defaultRedirectUrl(String url) {
            body.set("default_redirect_url", url);
            return self();
        }

        /** Sets the URL of the logo. */
        public B logoUrl(String url) {
            body.set("logo_url", url);
            return self();
        }

        /** Sets the URL that DevPayr sends events to. */
        public B webhookUrl(String url) {
            body.set("webhook_url", url);
            return self();
        }

        /** Sets the secret that DevPayr signs events with. */
        public B webhookSecret(Secret secret) {
            body.set("webhook_secret", secret);
            return self();
        }

        /** Sets the vendor's own metadata. The map is copied. */
        public B meta(Map<String, ? extends @Nullable Object> meta) {
            body.set("meta", copy(meta));
            return self();
        }

        /** Sets whether the project has been paid for. */
        public B hasPaid(boolean hasPaid) {
            body.set("has_paid", hasPaid);
            return self();
        }

        private static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> meta) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(Preconditions.present("meta", meta)));
        }
    }
}
