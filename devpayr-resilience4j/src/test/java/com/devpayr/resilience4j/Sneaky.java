package com.devpayr.resilience4j;

/** Throws checked exceptions where none is declared, as code in Kotlin can. */
final class Sneaky {
    private Sneaky() {}

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T extends Throwable> RuntimeException rethrow(Throwable failure) throws T {
        throw (T) failure;
    }
}
