package com.devpayr.injectables;

import static java.util.Objects.requireNonNull;

import com.devpayr.error.InjectableException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableCrypto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From what DevPayr delivers to what is applied: each injectable is verified and decrypted, and those that can be
 * trusted go to a processor, all of them at once.
 *
 * <pre>{@code
 * InjectableApplier applier = InjectableApplier.create(InjectableCrypto.with(secret), FileProcessor.below(root));
 * ApplyReport report = applier.apply(devpayr.runtime().listAllInjectables());
 * report.requireNoneRejected();
 * }</pre>
 *
 * <p>One that cannot be trusted is rejected in the report and does not keep the others back.
 */
public final class InjectableApplier {
    private final Supplier<InjectableCrypto> crypto;
    private final InjectableProcessor processor;
    private final ApplyLimits limits;

    private InjectableApplier(Supplier<InjectableCrypto> crypto, InjectableProcessor processor, ApplyLimits limits) {
        this.crypto = requireNonNull(crypto, "crypto");
        this.processor = requireNonNull(processor, "processor");
        this.limits = requireNonNull(limits, "limits");
    }

    /** An applier with {@linkplain ApplyLimits#DEFAULT the default limits}. */
    public static InjectableApplier create(InjectableCrypto crypto, InjectableProcessor processor) {
        requireNonNull(crypto, "crypto");
        return create(() -> crypto, processor);
    }

    /** The same for a secret that may be rotated: asked for once for each set. */
    public static InjectableApplier create(Supplier<InjectableCrypto> crypto, InjectableProcessor processor) {
        return new InjectableApplier(crypto, processor, ApplyLimits.DEFAULT);
    }

    /** The same with other limits. */
    public InjectableApplier withLimits(ApplyLimits other) {
        return new InjectableApplier(crypto, processor, other);
    }

    /**
     * Applies a set: a stream's, or that of a payment check. It is read to its end before anything is applied.
     *
     * @throws InvalidRequestException when there are more than the limit; nothing was applied then
     * @throws com.devpayr.error.DevPayrException when reading the set fails; nothing was applied then
     */
    public ApplyReport apply(Iterable<DeliveredInjectable> injectables) {
        Batch batch = new Batch();
        for (DeliveredInjectable injectable : injectables) {
            batch.add(
                    injectable.slug(),
                    injectable.targetPath(),
                    injectable.payload(),
                    known -> new DecryptedInjectable(
                            injectable.slug(),
                            injectable.type(),
                            injectable.mode(),
                            injectable.targetPath(),
                            known.open(injectable),
                            injectable.signature() != null));
        }
        return batch.process();
    }

    /** Applies one injectable that the backend fetched with its payload. */
    public ApplyReport apply(Injectable injectable) {
        Batch batch = new Batch();
        batch.add(
                injectable.slug(),
                injectable.targetPath(),
                injectable.payload(),
                known -> new DecryptedInjectable(
                        injectable.slug(),
                        injectable.type(),
                        injectable.mode(),
                        injectable.targetPath(),
                        known.open(injectable),
                        injectable.signature() != null));
        return batch.process();
    }

    /** What was batch so far, and what was rejected. */
    private final class Batch {
        private final InjectableCrypto known = crypto.get();
        private final List<DecryptedInjectable> plain = new ArrayList<>();
        private final List<InjectableOutcome> rejected = new ArrayList<>();
        private long total;

        void add(
                String slug,
                @Nullable String target,
                @Nullable EncryptedContent payload,
                Function<InjectableCrypto, DecryptedInjectable> open) {
            if (plain.size() + rejected.size() == limits.injectables()) {
                throw new InvalidRequestException(
                        "injectables",
                        "are more than " + limits.injectables()
                                + "; nothing was applied; raise the limit if that is right");
            }
            if (payload != null && leastPlaintext(payload) > limits.bytes()) {
                reject(slug, target, "has more than " + limits.bytes() + " bytes");
                return;
            }
            try {
                take(open.apply(known));
            } catch (InjectableException untrusted) {
                reject(slug, target, "it is not signed and encrypted with the configured secret, or was damaged");
            }
        }

        private void take(DecryptedInjectable injectable) {
            total += injectable.size();
            if (injectable.size() > limits.bytes()) {
                reject(injectable.slug(), injectable.targetPath(), "has more than " + limits.bytes() + " bytes");
            } else if (total > limits.totalBytes()) {
                throw new InvalidRequestException(
                        "injectables",
                        "have more than " + limits.totalBytes()
                                + " bytes together; nothing was applied; raise the limit if that is right");
            } else {
                plain.add(injectable);
            }
        }

        private void reject(String slug, @Nullable String target, String reason) {
            rejected.add(new InjectableOutcome(slug, InjectableOutcome.Status.REJECTED, target, reason));
        }

        ApplyReport process() {
            List<String> unsigned = plain.stream()
                    .filter(injectable -> !injectable.signed())
                    .map(DecryptedInjectable::slug)
                    .toList();
            return processor.process(List.copyOf(plain)).merge(rejected, unsigned);
        }
    }

    /** What a payload must at least come to, known without decoding it: base64 twice, a padding block, two separators. */
    private static long leastPlaintext(EncryptedContent payload) {
        return payload.value().length() / 16 * 9L - 64;
    }
}
