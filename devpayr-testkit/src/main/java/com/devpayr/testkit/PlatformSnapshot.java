package com.devpayr.testkit;

import java.nio.charset.StandardCharsets;

/** What an {@link InMemoryDevPayr} had stored at a time. API keys are in it as hashes, injectables encrypted. */
public final class PlatformSnapshot {
    private final byte[] state;

    PlatformSnapshot(byte[] state) {
        this.state = state.clone();
    }

    /**
     * A snapshot of a JSON document, as {@link #json()} gives it or as a person writes it.
     *
     * <pre>{@code
     * {"accounts":[{"name":"Default","projects":[{"name":"Acme","has_paid":true,"licenses":[{"title":"Pro"}]}]}]}
     * }</pre>
     */
    public static PlatformSnapshot ofJson(String json) {
        return new PlatformSnapshot(json.getBytes(StandardCharsets.UTF_8));
    }

    /** It as a JSON document. License keys are readable in it. */
    public String json() {
        return new String(state, StandardCharsets.UTF_8);
    }

    byte[] state() {
        return state;
    }
}
