package com.devpayr.error;

/**
 * An injectable that is not authentic or cannot be applied. All problems of a payload have the same message, which names
 * only the slug, so that an attacker learns nothing from it.
 */
public final class InjectableException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final String slug;

    /**
     * Creates an exception.
     *
     * @param slug slug of the injectable
     * @param problem problem, to follow the slug; without secret, payload or plaintext
     */
    public InjectableException(String slug, String problem) {
        super("injectable " + slug + " " + problem, null);
        this.slug = slug;
    }

    /** Returns the slug of the injectable. */
    public String slug() {
        return slug;
    }
}
