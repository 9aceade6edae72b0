package com.devpayr.injectables;

import static java.util.Objects.requireNonNull;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An injectable whose payload was verified and decrypted.
 *
 * <p>The signature covers the content only. Slug, type, mode and target path are as trustworthy as the connection that
 * delivered them.
 *
 * <p>{@link InjectableApplier} creates instances for you. Use the builder to test an {@link InjectableProcessor}:
 *
 * <pre>{@code
 * DecryptedInjectable banner = DecryptedInjectable.builder("banner", InjectableType.HTML, InjectableMode.WRITE)
 *         .targetPath("banner.html")
 *         .text("<b>Pro</b>")
 *         .build();
 * }</pre>
 */
public final class DecryptedInjectable {
    private final String slug;
    private final InjectableType type;
    private final InjectableMode mode;
    private final @Nullable String targetPath;
    private final boolean signed;
    private final byte[] content;

    private DecryptedInjectable(Builder builder, byte[] content) {
        this.slug = builder.slug;
        this.type = builder.type;
        this.mode = builder.mode;
        this.targetPath = builder.targetPath;
        this.signed = builder.signed;
        this.content = content;
    }

    /**
     * Returns a builder for an injectable with no target path and no content.
     *
     * @param slug the name, unique in the project
     * @param type the kind of content
     * @param mode how the content is applied to the target
     */
    public static Builder builder(String slug, InjectableType type, InjectableMode mode) {
        return new Builder(slug, type, mode);
    }

    /**
     * Combines a delivered injectable with its decrypted content.
     *
     * @param content not copied, since it can be large; the caller must not change it afterwards
     */
    static DecryptedInjectable of(DeliveredInjectable delivered, byte[] content) {
        Builder builder = builder(delivered.slug(), delivered.type(), delivered.mode())
                .targetPath(delivered.targetPath())
                .signed(delivered.signature() != null);
        return new DecryptedInjectable(builder, content);
    }

    /** Returns the name, unique in the project. */
    public String slug() {
        return slug;
    }

    /** Returns the kind of content. */
    public InjectableType type() {
        return type;
    }

    /** Returns how the content is applied to the target. */
    public InjectableMode mode() {
        return mode;
    }

    /** Returns the target path as DevPayr delivered it, unchecked; null when the injectable has none. */
    public @Nullable String targetPath() {
        return targetPath;
    }

    /** Returns a copy of the decrypted content. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns the decrypted content, decoded as UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Returns the length of the decrypted content in bytes. */
    public int size() {
        return content.length;
    }

    /** Returns whether the content was signed; false only when unsigned payloads are accepted. */
    public boolean signed() {
        return signed;
    }

    /** Returns the content decoded as {@link Latin1} text. */
    String latin1() {
        return Latin1.decode(content);
    }

    /** Returns a description that shows the size of the content, never the content itself. */
    @Override
    public String toString() {
        return "DecryptedInjectable[" + slug + ", " + type + ", " + mode + ", " + targetPath + ", " + content.length
                + " bytes]";
    }

    /** A builder of {@link DecryptedInjectable}s. */
    public static final class Builder {
        private final String slug;
        private final InjectableType type;
        private final InjectableMode mode;
        private @Nullable String targetPath;
        private byte[] content = {};
        private boolean signed = true;

        private Builder(String slug, InjectableType type, InjectableMode mode) {
            this.slug = requireNonNull(slug, "slug");
            this.type = requireNonNull(type, "type");
            this.mode = requireNonNull(mode, "mode");
        }

        /** Sets the path of the target file, relative to the root. Default: null, no target. */
        public Builder targetPath(@Nullable String targetPath) {
            this.targetPath = targetPath;
            return this;
        }

        /** Sets the content, which is copied. Default: empty. */
        public Builder content(byte[] content) {
            this.content = content.clone();
            return this;
        }

        /** Sets the content to a text, encoded as UTF-8. */
        public Builder text(String text) {
            return content(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sets whether the content was signed. Default: true. */
        public Builder signed(boolean signed) {
            this.signed = signed;
            return this;
        }

        /** Creates the injectable. */
        public DecryptedInjectable build() {
            return new DecryptedInjectable(this, content);
        }
    }
}
