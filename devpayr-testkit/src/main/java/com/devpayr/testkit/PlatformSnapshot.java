package com.devpayr.testkit;

import java.nio.charset.StandardCharsets;

/**
 * A snapshot of the data of an {@link InMemoryDevPayr}. It contains API keys as hashes and injectables encrypted, but
 * webhook secrets in plain text.
 */
public final class PlatformSnapshot {
    private final byte[] state;

    PlatformSnapshot(byte[] state) {
        this.state = state.clone();
    }

    /**
     * Creates a snapshot from a JSON document, which may be written by hand.
     *
     * <pre>{@code
     * {"accounts":[{"name":"Default","projects":[{"name":"Acme","has_paid":true,"licenses":[{"title":"Pro"}]}]}]}
     * }</pre>
     */
    public static PlatformSnapshot ofJson(String json) {
        return new PlatformSnapshot(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the JSON document. It contains license keys and webhook secrets in plain text. */
    public String json() {
        return new String(state, StandardCharsets.UTF_8);
    }

    byte[] state() {
        return state;
    }
}
