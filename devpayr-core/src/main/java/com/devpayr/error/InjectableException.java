package com.devpayr.error;

/**
 * An injectable cannot be trusted or used. Whatever is wrong with its payload, the message is the same and names only
 * the slug, so that nothing can be learnt from it by trying.
 */
public final class InjectableException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final String slug;

    /**
     * @param slug the injectable's name
     * @param problem what is wrong, without secret, payload or plaintext
     */
    public InjectableException(String slug, String problem) {
        super("injectable " + slug + " " + problem, null);
        this.slug = slug;
    }

    /** The injectable's name. */
    public String slug() {
        return slug;
    }
}
