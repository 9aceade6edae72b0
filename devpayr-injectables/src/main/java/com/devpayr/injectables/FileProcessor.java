package com.devpayr.injectables;

import static java.util.Objects.requireNonNull;

import com.devpayr.error.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies injectables to files below one root, and takes them back.
 *
 * <pre>{@code
 * FileProcessor files = FileProcessor.rootedAt(Path.of("/srv/shop/licensed"));
 * ApplyReport report = InjectableApplier.create(InjectableCrypto.with(secret), files).apply(devpayr.runtime().listAllInjectables());
 * files.revert(); // when the license is revoked
 * }</pre>
 *
 * <p>{@code write} and {@code replace} make the target hold exactly the content. {@code append} and {@code prepend} add
 * it between marker comments. {@code inject} puts it between a line that holds {@code devpayr:begin <slug>} and one that
 * holds {@code devpayr:end <slug>}, which the file's author has set. {@code inline_render} and {@code stream} write
 * nothing and are in {@link ApplyReport#passedThrough()}. Every other mode is rejected.
 *
 * <p>Nothing outside the root is read or written; what could lead there is rejected with a reason. A target is replaced
 * in one step, with permissions for its owner alone. What was there before is kept in {@code .devpayr} below the root.
 *
 * <p>Safe for use by several threads and processes: one works at a time, the others are turned away with a {@link
 * ConfigurationException}. Blocks while it reads and writes files.
 */
public final class FileProcessor implements InjectableProcessor {
    private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;
    private static final Set<Path> ROOTS_IN_USE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final RootOpener opener;
    private final boolean dryRun;

    FileProcessor(Path root, RootOpener opener, boolean dryRun) {
        this.root = root;
        this.opener = opener;
        this.dryRun = dryRun;
    }

    /** Opens the root; a seam for tests that make calls fail. */
    interface RootOpener {
        Directory open(Path root) throws IOException;
    }

    /**
     * For files below a folder that exists.
     *
     * @param root not checked before it is used
     */
    public static FileProcessor rootedAt(Path root) {
        return new FileProcessor(requireNonNull(root, "root"), Directory::openRoot, false);
    }

    /** The same, but nothing is written: the report says what would be. */
    public FileProcessor withDryRun(boolean dryRun) {
        return new FileProcessor(root, opener, dryRun);
    }

    /**
     * Applies a set of injectables. Each is applied wholly or not at all, and one that is rejected does not keep the
     * others back. One that had another target or mode before leaves its old place.
     *
     * @throws ConfigurationException when the root cannot be used; no target was touched then
     */
    @Override
    public ApplyReport process(List<DecryptedInjectable> injectables) {
        return run(planner -> planner.planApply(injectables));
    }

    /**
     * Takes back everything that was applied below the root: each target is again as it was before, and folders that
     * were made for it go. A file that someone else has changed since keeps their changes: parts are taken out of it, but
     * where the whole file was ours it is left and rejected in the report.
     *
     * @throws ConfigurationException when the root cannot be used; no target was touched then
     */
    public ApplyReport revert() {
        return run(Planner::planRevert);
    }

    private ApplyReport run(Function<Planner, Plan> planning) {
        try {
            Path real = root.toRealPath();
            if (!ROOTS_IN_USE.add(real)) {
                throw new InjectableRejectedException("is being worked on by another thread; try again later");
            }
            try (Directory directory = opener.open(real)) {
                return run(directory, planning);
            } finally {
                ROOTS_IN_USE.remove(real);
            }
        } catch (InjectableRejectedException rejection) {
            throw new ConfigurationException("root", root + " " + rejection.reason());
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "root",
                    root + " cannot be used (" + failure.getClass().getSimpleName()
                            + "); it must be a folder that this process can read and write",
                    failure);
        }
    }

    private ApplyReport run(Directory directory, Function<Planner, Plan> planning)
            throws InjectableRejectedException, IOException {
        TargetTree tree = new TargetTree(directory, MAX_FILE_BYTES);
        try (Journal journal = Journal.find(directory)) {
            if (journal != null && !dryRun) {
                return execute(tree, journal, planning);
            }
            Plan plan = plan(tree, journal, planning);
            if (dryRun || plan.isNoOp()) {
                return report(plan, plan.outcomes());
            }
        }
        try (Journal journal = Journal.create(directory)) {
            return execute(tree, journal, planning);
        }
    }

    private ApplyReport execute(TargetTree tree, Journal journal, Function<Planner, Plan> planning)
            throws InjectableRejectedException, IOException {
        Closeable lock = journal.lock();
        try {
            Plan plan = plan(tree, journal, planning);
            return report(plan, new PlanExecutor(tree, journal, plan).execute());
        } finally {
            lock.close();
        }
    }

    private static Plan plan(TargetTree tree, @Nullable Journal journal, Function<Planner, Plan> planning)
            throws InjectableRejectedException, IOException {
        Planner planner = journal == null
                ? new Planner(tree, Manifest.EMPTY, before -> "")
                : new Planner(tree, journal.readManifest(), journal::readBackup);
        return planning.apply(planner);
    }

    private ApplyReport report(Plan plan, List<InjectableOutcome> outcomes) {
        return new ApplyReport(dryRun, outcomes, plan.passedThrough(), List.of());
    }
}
