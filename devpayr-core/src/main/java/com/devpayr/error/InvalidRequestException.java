package com.devpayr.error;

/**
 * An argument that is never valid, such as a negative ID, a blank title or a page size of 0. Nothing was sent. The message
 * names the argument and the problem.
 */
public final class InvalidRequestException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Creates an exception.
     *
     * @param field name of the argument; for a field of a request, its name in JSON
     * @param problem problem and remedy, to follow the name
     */
    public InvalidRequestException(String field, String problem) {
        super(field + " " + problem, null);
        this.field = field;
    }

    /** Returns the name of the argument. */
    public String field() {
        return field;
    }
}
