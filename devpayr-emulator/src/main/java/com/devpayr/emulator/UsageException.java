package com.devpayr.emulator;

/** What was typed cannot be done: what was wrong, and what to type instead. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
