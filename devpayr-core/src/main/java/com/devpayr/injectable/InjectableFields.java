package com.devpayr.injectable;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;

/** The fields that a draft and an update of an injectable share. */
abstract class InjectableFields<B extends InjectableFields<B>> extends Fields.Builder<B> {
    /** The largest file that DevPayr takes, in bytes. */
    private static final long MAX_FILE_SIZE = 5L * 1024 * 1024;

    /** What the vendor calls it. */
    public B title(String title) {
        return set("title", title);
    }

    /** Its name, unique in the project; generated when absent. */
    public B slug(String slug) {
        return set("slug", Preconditions.text("slug", slug));
    }

    /** A URL that validates it. */
    public B validateEndpoint(String url) {
        return set("validate_endpoint", url);
    }

    /** Whether it is delivered to paid copies only. */
    public B onlyIfPaid(boolean onlyIfPaid) {
        return set("only_if_paid", onlyIfPaid);
    }

    /** Whether it is delivered at all. */
    public B isActive(boolean isActive) {
        return set("is_active", isActive);
    }

    final void setFile(Upload file) {
        if (Preconditions.present("file", file).size() > MAX_FILE_SIZE) {
            throw new InvalidRequestException(
                    "file", "has " + file.size() + " bytes; DevPayr takes at most " + MAX_FILE_SIZE);
        }
        set("file", file);
    }
}
