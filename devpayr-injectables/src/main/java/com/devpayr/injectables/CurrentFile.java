package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A target as it is now.
 *
 * @param state what is remembered of it
 * @param text its content, one character a byte; empty when it is absent
 * @param missingDirectories the folders that must be made for it, outermost first
 */
record CurrentFile(FileState state, String text, List<TargetPath> missingDirectories) {
    static CurrentFile absent(List<TargetPath> missingDirectories) {
        return new CurrentFile(FileState.NONE, "", missingDirectories);
    }

    static CurrentFile of(byte[] content, String permissions) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return new CurrentFile(new FileState(InjectableCrypto.hash(content), permissions), text, List.of());
    }

    boolean isAbsent() {
        return state.isAbsent();
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "CurrentFile[" + state + "missingDirectories=" + missingDirectories + "]";
    }
}
