package com.devpayr;

/** Throws checked exceptions where none is declared, as code in Kotlin can. */
public final class Sneaky {
    private Sneaky() {}

    /** Throws a failure unchanged. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T extends Throwable> RuntimeException rethrow(Throwable failure) throws T {
        throw (T) failure;
    }
}
