package com.devpayr.internal.wire;

import com.devpayr.error.InvalidRequestException;
import java.io.IOException;

/**
 * A file that cannot be sent. An I/O error, since HTTP libraries pass no other on; it aborts the request, so that DevPayr
 * acts on no part of it.
 */
public final class UnreadableUploadException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableUploadException(String problem) {
        super(problem);
    }

    /** Returns the exception for the caller. */
    public InvalidRequestException toInvalidRequest() {
        return new InvalidRequestException("file", String.valueOf(getMessage()));
    }
}
