package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.InjectableException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PagedIterable;
import com.devpayr.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class InjectableApplierTest {
    private static final InjectableCrypto CRYPTO = InjectableCrypto.create(Secret.of("correct horse"));

    private final List<DecryptedInjectable> seen = new ArrayList<>();
    private final InjectableProcessor memory = injectables -> {
        seen.addAll(injectables);
        return ApplyReport.ofPassedThrough(injectables);
    };
    private final InjectableApplier applier = InjectableApplier.create(CRYPTO, memory);

    private static ApplyLimits limits(int maxInjectables, int maxBytesPerInjectable, long maxTotalBytes) {
        return ApplyLimits.builder()
                .maxInjectables(maxInjectables)
                .maxBytesPerInjectable(maxBytesPerInjectable)
                .maxTotalBytes(maxTotalBytes)
                .build();
    }

    private static DeliveredInjectable delivered(String slug, String text) {
        EncryptedContent content = CRYPTO.encrypt(text.getBytes(StandardCharsets.UTF_8));
        return delivered(slug, content, CRYPTO.sign(content));
    }

    private static DeliveredInjectable delivered(
            String slug, @Nullable EncryptedContent content, @Nullable String signature) {
        return DeliveredInjectable.builder(slug, InjectableType.HTML, InjectableMode.WRITE)
                .targetPath(slug + ".txt")
                .content(content)
                .signature(signature)
                .build();
    }

    @Test
    void passesTrustedInjectablesToTheProcessor() {
        ApplyReport report = applier.apply(List.of(delivered("a", "one"), delivered("b", "zwei")));

        assertThat(seen).extracting(DecryptedInjectable::text).containsExactly("one", "zwei");
        assertThat(seen).extracting(DecryptedInjectable::signed).containsOnly(true);
        assertThat(report.passedThrough()).isEqualTo(seen);
        assertThat(report.unsignedSlugs()).isEmpty();
        report.requireNoneRejected();
    }

    @Test
    void rejectsUntrustedInjectablesAndAppliesTheOthers() {
        EncryptedContent content = CRYPTO.encrypt(new byte[3]);

        ApplyReport report = applier.apply(List.of(
                delivered("forged", content, CRYPTO.sign(new EncryptedContent("else"))),
                delivered("unsigned", content, null),
                delivered("empty", null, CRYPTO.sign(content)),
                delivered("good", "text")));

        assertThat(seen).extracting(DecryptedInjectable::slug).containsExactly("good");
        assertThat(report.rejected())
                .extracting(InjectableOutcome::slug)
                .containsExactly("forged", "unsigned", "empty");
        assertThat(report.rejected())
                .extracting(InjectableOutcome::reason)
                .containsOnly("not signed and encrypted with the configured secret, or damaged");
        assertThatThrownBy(report::requireNoneRejected)
                .isInstanceOf(InjectableException.class)
                .hasMessageStartingWith("injectable forged was rejected: not signed");
    }

    @Test
    void reportsUnsignedSlugs() {
        InjectableApplier lax = InjectableApplier.create(CRYPTO.dangerouslyAcceptUnsigned(), memory);

        ApplyReport report =
                lax.apply(List.of(delivered("signed", "x"), delivered("unsigned", CRYPTO.encrypt(new byte[3]), null)));

        assertThat(report.rejected()).isEmpty();
        assertThat(report.unsignedSlugs()).containsExactly("unsigned");
    }

    @Test
    void appliesASingleInjectableOfTheBackend(@TempDir Path root) {
        EncryptedContent content = CRYPTO.encrypt(new byte[] {'x'});
        Injectable injectable = Injectable.builder(7, "a", InjectableType.FILE, InjectableMode.WRITE)
                .projectId(1L)
                .targetPath("a.txt")
                .content(content)
                .filePath("injectables/1/7.enc")
                .contentHash(InjectableCrypto.hash(new byte[] {'x'}))
                .signature(CRYPTO.sign(content))
                .onlyIfPaid(true)
                .isActive(true)
                .build();

        ApplyReport report =
                InjectableApplier.create(CRYPTO, FileProcessor.rootedAt(root)).apply(injectable);

        assertThat(report.outcomes(InjectableOutcome.Status.WRITTEN)).hasSize(1);
        assertThat(report.unsignedSlugs()).isEmpty();
        assertThat(root.resolve("a.txt")).hasContent("x");
    }

    @Test
    void stopsFetchingAtTheLimitAndAppliesNothing(@TempDir Path root) {
        AtomicInteger requests = new AtomicInteger();
        DeliveredInjectable row = delivered("a", "x");
        PagedIterable<DeliveredInjectable> endless = new PagedIterable<>(Operation.INJECTABLE_STREAM, page -> {
            int number = requests.incrementAndGet();
            return Page.of(IntStream.range(0, 50).mapToObj(i -> row).toList(), number == 200 ? null : "c" + number);
        });

        assertThatThrownBy(() -> InjectableApplier.create(CRYPTO, FileProcessor.rootedAt(root))
                        .apply(endless))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("exceed the limit of 1000;");
        assertThat(requests).hasValue(21);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void acceptsSetsAtTheLimits() {
        ApplyLimits two = limits(2, 4, 8);

        assertThat(applier.withLimits(two)
                        .apply(List.of(delivered("a", "1234"), delivered("b", "1234")))
                        .rejected())
                .isEmpty();
        assertThatThrownBy(() -> applier.withLimits(two)
                        .apply(List.of(delivered("a", "1"), delivered("b", "1"), delivered("c", "1"))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(applier.withLimits(two)
                        .apply(List.of(delivered("a", "12345")))
                        .rejected())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.reason()).isEqualTo("content exceeds the limit of 4 bytes"));
        assertThatThrownBy(() -> applier.withLimits(limits(3, 4, 8))
                        .apply(List.of(delivered("a", "1234"), delivered("b", "1234"), delivered("c", "1"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("exceed the limit of 8 bytes in total;");
    }

    @Test
    void countsRejectedInjectablesTowardsTheLimit() {
        ApplyLimits two = limits(2, 4, 8);

        assertThatThrownBy(() -> applier.withLimits(two)
                        .apply(List.of(delivered("a", "12345"), delivered("b", "1"), delivered("c", "1"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("exceed the limit of 2;");
    }

    @Test
    void acceptsALimitOfOneByte() {
        assertThat(applier.withLimits(limits(1, 1, 1))
                        .apply(List.of(delivered("a", "1")))
                        .rejected())
                .isEmpty();
    }

    @Test
    void measuresAPayloadBeforeDecryptingIt() {
        EncryptedContent large = CRYPTO.encrypt(new byte[4096]);

        assertThat(applier.withLimits(limits(9, 4096 - 256, 8192))
                        .apply(List.of(delivered("unsigned", large, null)))
                        .rejected())
                .extracting(InjectableOutcome::reason)
                .as("rejected for its size before its signature was verified")
                .containsExactly("content exceeds the limit of 3840 bytes");
        assertThat(applier.withLimits(limits(9, 4096, 8192))
                        .apply(List.of(delivered("a", large, CRYPTO.sign(large))))
                        .rejected())
                .isEmpty();
    }

    /** Creating such a payload takes seconds. */
    @Test
    @EnabledIfSystemProperty(named = "devpayr.test.long", matches = "true")
    void rejectsAPlaintextOfOneGigabyteBeforeDecodingIt() {
        EncryptedContent payload = new EncryptedContent("A".repeat((1 << 30) / 9 * 16));

        assertThat(applier.apply(List.of(delivered("huge", payload, "00"))).rejected())
                .extracting(InjectableOutcome::reason)
                .containsExactly("content exceeds the limit of 8388608 bytes");
        assertThat(seen).isEmpty();
    }
}
