package com.devpayr.project;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;
import com.devpayr.secret.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a draft and an update of a project share. */
abstract class ProjectFields<B extends ProjectFields<B>> extends Fields.Builder<B> {
    /** Its globally unique short name: letters, digits, {@code -} and {@code _}, at most 255; generated when absent. */
    public B slug(String slug) {
        return set("slug", Preconditions.text("slug", slug));
    }

    /** What it is, at most 1000 characters. */
    public B description(String description) {
        return set("description", description);
    }

    /** Where an unlicensed copy sends its visitors. */
    public B defaultRedirectUrl(String url) {
        return set("default_redirect_url", url);
    }

    /** Its logo. */
    public B logoUrl(String url) {
        return set("logo_url", url);
    }

    /** Where DevPayr reports events. */
    public B webhookUrl(String url) {
        return set("webhook_url", url);
    }

    /** What DevPayr signs its reports with. */
    public B webhookSecret(Secret secret) {
        return set("webhook_secret", secret);
    }

    /** The vendor's own data. */
    public B meta(Map<String, ? extends @Nullable Object> meta) {
        return set("meta", meta);
    }

    /** Whether it has been paid for. */
    public B hasPaid(boolean hasPaid) {
        return set("has_paid", hasPaid);
    }
}
