package com.devpayr.injectables;

import java.util.List;

/**
 * What is done with injectables once they are open: write them to files, as {@link FileProcessor} does, store them in
 * a database, keep them in memory, render them.
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
     * Applies a set of injectables; applying the same set again changes nothing.
     *
     * @param injectables verified and decrypted; their order means nothing
     * @return one outcome for each
     */
    ApplyReport process(List<DecryptedInjectable> injectables);
}
