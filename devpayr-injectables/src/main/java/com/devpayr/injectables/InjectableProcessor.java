package com.devpayr.injectables;

import java.util.List;

/**
 * A strategy for applying decrypted injectables. {@link FileProcessor} writes them to files; implement this interface
 * to store them in a database, keep them in memory or render them.
 *
 * <pre>{@code
 * InjectableProcessor inMemory = injectables -> {
 *     injectables.forEach(injectable -> templates.put(injectable.slug(), injectable.text()));
 *     return ApplyReport.ofPassedThrough(injectables);
 * };
 * }</pre>
 */
@FunctionalInterface
public interface InjectableProcessor {
    /**
     * Applies a set of injectables. Applying the same set again must change nothing.
     *
     * @param injectables the verified and decrypted injectables; unmodifiable, in no particular order
     * @return a report with one outcome for each injectable
     */
    ApplyReport process(List<DecryptedInjectable> injectables);
}
