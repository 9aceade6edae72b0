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
 * Applies injectables to files below one root directory, and reverts them.
 *
 * <pre>{@code
 * FileProcessor files = FileProcessor.rootedAt(Path.of("/srv/shop/licensed"));
 * InjectableApplier applier = InjectableApplier.create(InjectableCrypto.create(secret), files);
 * ApplyReport report = applier.apply(devpayr.runtime().listAllInjectables());
 *
 * files.revert(); // when the license is revoked
 * }</pre>
 *
 * <p>The mode of an injectable decides what happens to its target:
 *
 * <ul>
 *   <li>{@code write} and {@code replace} make the content the whole file.
 *   <li>{@code append} and {@code prepend} add the content to the file, between marker comments.
 *   <li>{@code inject} replaces the lines between a line that contains {@code devpayr:begin <slug>} and a line that
 *       contains {@code devpayr:end <slug>}. You put these two lines into the file. Where the target does not exist, the
 *       content becomes the whole file; a file without the two lines is never overwritten.
 *   <li>{@code inline_render} and {@code stream} write nothing; the injectable is in {@link
 *       ApplyReport#passedThrough()}.
 *   <li>Every other mode is rejected.
 * </ul>
 *
 * <p>Nothing outside the root is read or written; a target path that could lead out of it is rejected. Each target is
 * replaced atomically, and only its owner can access it unless {@linkplain #withExistingPermissions its permissions are kept}. The original content is kept in the directory {@code .devpayr}
 * below the root.
 *
 * <p>Instances are immutable and safe for use by multiple threads and processes. Only one run at a time can use a root;
 * a concurrent run fails with a {@link ConfigurationException}. All methods block for the duration of the file access.
 */
public final class FileProcessor implements InjectableProcessor {
    private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;
    private static final Set<Path> ROOTS_IN_USE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final RootOpener opener;
    private final boolean dryRun;
    private final boolean keepsPermissions;

    FileProcessor(Path root, RootOpener opener) {
        this(root, opener, false, false);
    }

    private FileProcessor(Path root, RootOpener opener, boolean dryRun, boolean keepsPermissions) {
        this.root = root;
        this.opener = opener;
        this.dryRun = dryRun;
        this.keepsPermissions = keepsPermissions;
    }

    /** Opens the root directory. Tests replace it to make file operations fail. */
    interface RootOpener {
        Directory open(Path root) throws IOException;
    }

    /**
     * Creates a processor for files below a root directory.
     *
     * @param root an existing directory, which may be a symbolic link; checked on each use
     */
    public static FileProcessor rootedAt(Path root) {
        return new FileProcessor(requireNonNull(root, "root"), Directory::openRoot);
    }

    /** Returns a copy of this processor that, in a dry run, writes nothing and reports what a real run would do. */
    public FileProcessor withDryRun(boolean dryRun) {
        return new FileProcessor(root, opener, dryRun, keepsPermissions);
    }

    /**
     * Returns a copy of this processor that keeps the permissions of existing files, such as a configuration file that another
     * user's process reads. By default only the owner keeps access to a file that an injectable changes, since its content may
     * be confidential. New files and directories are always accessible to the owner only.
     */
    public FileProcessor withExistingPermissions(boolean keepsPermissions) {
        return new FileProcessor(root, opener, dryRun, keepsPermissions);
    }

    /**
     * Applies a set of injectables. Each is applied completely or not at all; when one is rejected, the others are
     * applied. An injectable whose target or mode has changed since the previous run is removed from its old target.
     *
     * @throws ConfigurationException when the root cannot be used; no target was changed
     */
    @Override
    public ApplyReport process(List<DecryptedInjectable> injectables) {
        return run(planner -> planner.planApply(injectables));
    }

    /**
     * Reverts all injectables that were applied below the root. Restores the content and permissions of each target and
     * deletes the directories that were created.
     *
     * <p>When a target was changed in the meantime, its parts are removed and the other changes are kept. When an
     * injectable had written the whole file, the file is left as it is and the injectable is rejected in the report.
     *
     * @throws ConfigurationException when the root cannot be used; no target was changed
     */
    public ApplyReport revert() {
        return run(Planner::planRevert);
    }

    private ApplyReport run(Function<Planner, Plan> planning) {
        try {
            Path realRoot = root.toRealPath();
            if (!ROOTS_IN_USE.add(realRoot)) {
                throw new JournalException("is in use by another thread; try again later");
            }
            try (Directory directory = opener.open(realRoot)) {
                return run(directory, planning);
            } finally {
                ROOTS_IN_USE.remove(realRoot);
            }
        } catch (JournalException unusable) {
            throw new ConfigurationException("root", root + " " + unusable.reason());
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "root",
                    root + " cannot be used (" + failure.getClass().getSimpleName()
                            + "); it must be a directory that this process can read and write",
                    failure);
        }
    }

    private ApplyReport run(Directory directory, Function<Planner, Plan> planning)
            throws JournalException, IOException {
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
            throws JournalException, IOException {
        Closeable lock = journal.lock();
        try {
            Plan plan = plan(tree, journal, planning);
            return report(plan, new PlanExecutor(tree, journal, plan).execute());
        } finally {
            lock.close();
        }
    }

    private Plan plan(TargetTree tree, @Nullable Journal journal, Function<Planner, Plan> planning)
            throws JournalException, IOException {
        Planner planner = journal == null
                ? new Planner(tree, Manifest.EMPTY, original -> "", keepsPermissions)
                : new Planner(tree, journal.readManifest(), journal::readBackup, keepsPermissions);
        return planning.apply(planner);
    }

    private ApplyReport report(Plan plan, List<InjectableOutcome> outcomes) {
        return ApplyReport.builder()
                .dryRun(dryRun)
                .outcomes(outcomes)
                .passedThrough(plan.passedThrough())
                .build();
    }
}
