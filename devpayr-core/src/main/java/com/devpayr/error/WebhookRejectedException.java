package com.devpayr.error;

/**
 * A webhook delivery that must not be processed. Respond with {@link #status()}: DevPayr sends a delivery again unless the
 * status is 2xx.
 */
public final class WebhookRejectedException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** The reason for a rejection. */
    public enum Reason {
        /** The body is larger than allowed. */
        TOO_LARGE(413),
        /** A header with the signature, or one that the signature covers, is missing. */
        UNSIGNED(401),
        /** The signature is not that of a configured secret, or the delivery was modified. */
        INVALID_SIGNATURE(401),
        /** The signed timestamp differs too much from the current time. */
        STALE(401),
        /** The signature is valid, but the body is not an event. */
        MALFORMED(400),
        /** The event is being processed at the moment. DevPayr should send it again in case that fails. */
        IN_PROGRESS(409),
        /** The event has been processed. */
        DUPLICATE(200);

        private final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    /**
     * Creates an exception.
     *
     * @param reason reason for the rejection
     * @param problem problem, to follow the words "webhook delivery"; without secret, signature or content
     */
    public WebhookRejectedException(Reason reason, String problem) {
        super("webhook delivery " + problem, null);
        this.reason = reason;
    }

    /** Returns the reason for the rejection. */
    public Reason reason() {
        return reason;
    }

    /** Returns the HTTP status to respond with: 200 for {@link Reason#DUPLICATE}, otherwise from 400 to 413. */
    public int status() {
        return reason.status;
    }
}
