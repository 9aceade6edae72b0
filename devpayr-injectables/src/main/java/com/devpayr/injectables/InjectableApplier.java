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

/**
 * Verifies and decrypts the injectables that DevPayr delivers, and applies them with an {@link InjectableProcessor}.
 *
 * <pre>{@code
 * InjectableApplier applier = InjectableApplier.create(InjectableCrypto.create(secret), FileProcessor.rootedAt(root));
 * ApplyReport report = applier.apply(devpayr.runtime().listAllInjectables());
 * report.requireNoneRejected();
 * }</pre>
 *
 * <p>An injectable that cannot be verified is rejected in the report; the others are applied.
 *
 * <p>Instances are immutable. Whether they can be shared by threads depends on the processor.
 */
public final class InjectableApplier {
    private final Supplier<InjectableCrypto> cryptoSupplier;
    private final InjectableProcessor processor;
    private final ApplyLimits limits;

    private InjectableApplier(
            Supplier<InjectableCrypto> cryptoSupplier, InjectableProcessor processor, ApplyLimits limits) {
        this.cryptoSupplier = requireNonNull(cryptoSupplier, "cryptoSupplier");
        this.processor = requireNonNull(processor, "processor");
        this.limits = requireNonNull(limits, "limits");
    }

    /** Creates an applier with {@linkplain ApplyLimits#DEFAULT the default limits}. */
    public static InjectableApplier create(InjectableCrypto crypto, InjectableProcessor processor) {
        requireNonNull(crypto, "crypto");
        return create(() -> crypto, processor);
    }

    /**
     * Creates an applier for a secret that can be rotated, with {@linkplain ApplyLimits#DEFAULT the default limits}.
     *
     * @param cryptoSupplier called once for each set
     */
    public static InjectableApplier create(Supplier<InjectableCrypto> cryptoSupplier, InjectableProcessor processor) {
        return new InjectableApplier(cryptoSupplier, processor, ApplyLimits.DEFAULT);
    }

    /** Returns a copy of this applier with other limits. */
    public InjectableApplier withLimits(ApplyLimits limits) {
        return new InjectableApplier(cryptoSupplier, processor, limits);
    }

    /**
     * Applies a set of injectables, as returned by the runtime service or a payment check. The set is read completely
     * before anything is applied.
     *
     * @throws InvalidRequestException when the set exceeds the limits; nothing is applied
     * @throws com.devpayr.error.DevPayrException when reading the set fails; nothing is applied
     */
    public ApplyReport apply(Iterable<DeliveredInjectable> injectables) {
        Batch batch = new Batch();
        for (DeliveredInjectable injectable : injectables) {
            batch.add(injectable, crypto -> crypto.open(injectable));
        }
        return batch.process();
    }

    /** Applies one injectable that the backend fetched with its payload. Its content hash is verified too. */
    public ApplyReport apply(Injectable injectable) {
        Batch batch = new Batch();
        batch.add(asDelivered(injectable), crypto -> crypto.open(injectable));
        return batch.process();
    }

    private static DeliveredInjectable asDelivered(Injectable injectable) {
        return DeliveredInjectable.builder(injectable.slug(), injectable.type(), injectable.mode())
                .targetPath(injectable.targetPath())
                .content(injectable.content())
                .filePath(injectable.filePath())
                .signature(injectable.signature())
                .meta(injectable.meta())
                .build();
    }

    /** The decrypted and the rejected injectables of one set. */
    private final class Batch {
        private final InjectableCrypto crypto = cryptoSupplier.get();
        private final List<DecryptedInjectable> decrypted = new ArrayList<>();
        private final List<InjectableOutcome> rejected = new ArrayList<>();
        private long totalBytes;

        void add(DeliveredInjectable injectable, Function<InjectableCrypto, byte[]> decrypt) {
            if (decrypted.size() + rejected.size() == limits.maxInjectables()) {
                throw limitExceeded(String.valueOf(limits.maxInjectables()));
            }
            EncryptedContent payload = injectable.content();
            if (payload != null && minPlaintextBytes(payload) > limits.maxBytesPerInjectable()) {
                rejectOversized(injectable);
                return;
            }
            try {
                addDecrypted(injectable, decrypt.apply(crypto));
            } catch (InjectableException untrusted) {
                reject(injectable, "not signed and encrypted with the configured secret, or damaged");
            }
        }

        private void addDecrypted(DeliveredInjectable injectable, byte[] content) {
            totalBytes += content.length;
            if (content.length > limits.maxBytesPerInjectable()) {
                rejectOversized(injectable);
            } else if (totalBytes > limits.maxTotalBytes()) {
                throw limitExceeded(limits.maxTotalBytes() + " bytes in total");
            } else {
                decrypted.add(DecryptedInjectable.of(injectable, content));
            }
        }

        private void rejectOversized(DeliveredInjectable injectable) {
            reject(injectable, "content exceeds the limit of " + limits.maxBytesPerInjectable() + " bytes");
        }

        private void reject(DeliveredInjectable injectable, String reason) {
            rejected.add(InjectableOutcome.rejected(injectable.slug(), injectable.targetPath(), reason));
        }

        ApplyReport process() {
            List<String> unsigned = decrypted.stream()
                    .filter(injectable -> !injectable.signed())
                    .map(DecryptedInjectable::slug)
                    .toList();
            return processor.process(List.copyOf(decrypted)).with(rejected, unsigned);
        }
    }

    private static InvalidRequestException limitExceeded(String limit) {
        return new InvalidRequestException(
                "injectables",
                "exceed the limit of " + limit + "; nothing was applied; raise the limit if the set is legitimate");
    }

    /**
     * Returns a lower bound of the plaintext's size without decoding the payload. The payload is encoded as Base64
     * twice and contains an initialization vector, a separator and up to one block of padding.
     */
    private static long minPlaintextBytes(EncryptedContent payload) {
        return payload.value().length() / 16 * 9L - 64;
    }
}
