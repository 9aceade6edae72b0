package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import java.util.List;

/**
 * A target file as it is before a run changes it.
 *
 * @param state the hash and permissions
 * @param text the content as {@link Latin1} text; empty when the file is absent
 * @param missingDirectories the directories that must be created for the file, outermost first
 */
record CurrentFile(FileState state, String text, List<TargetPath> missingDirectories) {
    static CurrentFile absent(List<TargetPath> missingDirectories) {
        return new CurrentFile(FileState.ABSENT, "", missingDirectories);
    }

    static CurrentFile of(byte[] content, String permissions) {
        FileState state = new FileState(InjectableCrypto.hash(content), permissions);
        return new CurrentFile(state, Latin1.decode(content), List.of());
    }

    boolean isAbsent() {
        return state.isAbsent();
    }

    /** Returns a description that does not show the content. */
    @Override
    public String toString() {
        return "CurrentFile[" + state + ", missingDirectories=" + missingDirectories + "]";
    }
}
