package com.devpayr.injectables;

import static java.util.Objects.requireNonNull;

import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An injectable whose payload was verified and decrypted.
 *
 * <p>The signature covers the content alone: slug, type, mode and target are as trustworthy as the connection they came
 * over. Its content never shows in {@link #toString()}.
 */
public final class DecryptedInjectable {
    private final String slug;
    private final InjectableType type;
    private final InjectableMode mode;
    private final @Nullable String targetPath;
    private final byte[] content;
    private final boolean signed;

    DecryptedInjectable(
            String slug,
            InjectableType type,
            InjectableMode mode,
            @Nullable String targetPath,
            byte[] content,
            boolean signed) {
        this.slug = requireNonNull(slug, "slug");
        this.type = requireNonNull(type, "type");
        this.mode = requireNonNull(mode, "mode");
        this.targetPath = targetPath;
        this.content = content;
        this.signed = signed;
    }

    /**
     * An injectable in plaintext, for those who test or feed a processor themselves.
     *
     * @param slug its name, unique in the project
     * @param targetPath where it is applied, null when it has no place
     * @param content copied
     */
    public static DecryptedInjectable of(
            String slug, InjectableType type, InjectableMode mode, @Nullable String targetPath, byte[] content) {
        return new DecryptedInjectable(slug, type, mode, targetPath, content.clone(), true);
    }

    /** Its name, unique in the project. */
    public String slug() {
        return slug;
    }

    /** What it is. */
    public InjectableType type() {
        return type;
    }

    /** How it is applied. */
    public InjectableMode mode() {
        return mode;
    }

    /** Where it is applied, as DevPayr says: not checked yet. */
    public @Nullable String targetPath() {
        return targetPath;
    }

    /** A copy of its plaintext. */
    public byte[] content() {
        return content.clone();
    }

    /** Its plaintext read as UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The plaintext's length in bytes. */
    public int size() {
        return content.length;
    }

    /** Whether a signature vouches for the content; false only where unsigned payloads are accepted. */
    public boolean signed() {
        return signed;
    }

    /** The plaintext byte for byte, one character a byte. */
    String bytesAsText() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** Everything but the content, of which only the size. */
    @Override
    public String toString() {
        return "DecryptedInjectable[" + slug + ", " + type + ", " + mode + ", " + targetPath + ", " + content.length
                + " bytes]";
    }
}
