package com.devpayr.error;

/**
 * An argument can never be right, so nothing was sent: a negative id, an empty title, a page size of 0. The message
 * names the argument, what was wrong with it and what it takes.
 */
public final class InvalidRequestException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the argument's name, as DevPayr spells it where it is a field of a request
     * @param problem what is wrong and what to do
     */
    public InvalidRequestException(String field, String problem) {
        super(field + " " + problem, null);
        this.field = field;
    }

    /** The name of the argument that is wrong. */
    public String field() {
        return field;
    }
}
