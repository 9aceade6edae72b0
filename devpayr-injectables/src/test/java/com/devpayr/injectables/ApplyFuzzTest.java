package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.devpayr.error.InjectableException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Fuzz tests of untrusted input: payloads, target paths, contents with markers, and manifests. A normal test run replays
 * the stored inputs; the profile {@code fuzz} searches for new ones.
 */
class ApplyFuzzTest {
    private static final List<MarkedPart.Kind> KINDS =
            List.of(MarkedPart.Kind.APPEND, MarkedPart.Kind.PREPEND, MarkedPart.Kind.INJECT);
    private static final InjectableCrypto CRYPTO = InjectableCrypto.create(Secret.of("correct horse"));

    @FuzzTest(maxDuration = "60s")
    void payload(byte[] input) {
        open(new EncryptedContent(new String(input, StandardCharsets.UTF_8)));
        open(new EncryptedContent(Base64.getEncoder().encodeToString(input)));
    }

    private static void open(EncryptedContent content) {
        try {
            CRYPTO.open(DeliveredInjectable.builder("fuzz", InjectableType.FILE, InjectableMode.WRITE)
                    .targetPath("a")
                    .content(content)
                    .signature(CRYPTO.sign(content))
                    .build());
        } catch (InjectableException rejected) {
            assertThat(rejected)
                    .hasNoCause()
                    .hasMessage(
                            "injectable fuzz is not signed and encrypted with the configured secret, or is corrupted");
        }
    }

    @FuzzTest(maxDuration = "60s")
    void targetPath(byte[] input) {
        String path = new String(input, StandardCharsets.UTF_8);
        try {
            TargetPath target = TargetPath.parse(path);

            Path root = Path.of("/root");
            Path resolved = root;
            for (String name : target.names()) {
                resolved = resolved.resolve(name);
            }
            assertThat(target).hasToString(path);
            assertThat(target.names()).doesNotContain("", ".", "..");
            assertThat(resolved.normalize())
                    .isEqualTo(resolved)
                    .startsWithRaw(root)
                    .isNotEqualTo(root);
            assertThat(resolved.getNameCount()).isEqualTo(1 + target.names().size());
            assertThat(path).doesNotContain("\\", ":", "\0", "\n");
            assertThat(TargetPath.collisionKey(path)).doesNotStartWith(TargetPath.JOURNAL_DIRECTORY);
        } catch (InjectableRejectedException rejected) {
            assertThat(rejected.reason()).isNotBlank();
        } catch (java.nio.file.InvalidPathException notOnThisSystem) {
            assertThat(path).isNotEmpty();
        }
    }

    /** The first byte selects the part, the bytes up to the next 0xFF are the file, the others the content. */
    @FuzzTest(maxDuration = "60s")
    void markers(byte[] input) throws InjectableRejectedException {
        if (input.length == 0) {
            return;
        }
        int split = 1;
        while (split < input.length && input[split] != (byte) 0xff) {
            split++;
        }
        MarkedPart.Kind kind = KINDS.get((input[0] & 0xff) % 3);
        String name = new String[] {"a.txt", "a.html", "a.css"}[(input[0] & 0xff) / 3 % 3];
        MarkedText text = new MarkedText(name, latin1(input, 1, split));
        MarkedPart part = new MarkedPart("x", kind, latin1(input, Math.min(split + 1, input.length), input.length));

        MarkedText with;
        try {
            with = text.with(part);
        } catch (InjectableRejectedException rejected) {
            return;
        }
        assertThat(with.with(part).text()).as("applied twice").isEqualTo(with.text());
        assertThat(with.content(kind, "x")).startsWith(part.content());
        if (kind != MarkedPart.Kind.INJECT && text.content(kind, "x") == null) {
            String without = with.without(kind, "x").text();
            assertThat(without).isIn(text.text(), text.text() + "\n", text.text() + "\r\n");
        }
        MarkedPart changed = new MarkedPart("x", kind, "changed\n");
        assertThat(with.with(changed).with(part).text())
                .as("changed and changed back")
                .isEqualTo(with.text());
        assertOthersStay(text, with);
    }

    private static void assertOthersStay(MarkedText before, MarkedText after) throws InjectableRejectedException {
        for (MarkedPart.Kind kind : KINDS) {
            String content;
            try {
                content = before.content(kind, "y");
            } catch (InjectableRejectedException unclear) {
                continue;
            }
            assertThat(after.content(kind, "y"))
                    .as("part of another injectable")
                    .isEqualTo(content);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void manifest(byte[] input) throws JournalException {
        parse(input);
        byte[] body =
                ("devpayr-manifest\t1\n" + latin1(input, 0, input.length) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] hashLine = ("end\t" + InjectableCrypto.hash(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] withHash = Arrays.copyOf(body, body.length + hashLine.length);
        System.arraycopy(hashLine, 0, withHash, body.length, hashLine.length);
        parse(withHash);
    }

    private static void parse(byte[] bytes) throws JournalException {
        Manifest manifest;
        try {
            manifest = Manifest.parse(bytes);
        } catch (JournalException rejected) {
            return;
        }
        assertThat(Manifest.parse(manifest.toBytes())).isEqualTo(manifest);
    }

    private static String latin1(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
