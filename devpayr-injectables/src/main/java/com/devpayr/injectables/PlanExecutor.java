package com.devpayr.injectables;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Executes a plan in an order that tolerates a crash at any step:
 *
 * <ol>
 *   <li>back up the original contents,
 *   <li>record the intended changes in the manifest,
 *   <li>replace each target atomically, unless another program has changed it since it was planned,
 *   <li>record the completed changes in the manifest.
 * </ol>
 *
 * <p>After a crash each target is either unchanged or completely replaced, and the next run completes the plan.
 */
final class PlanExecutor {
    private final TargetTree tree;
    private final Journal journal;
    private final Plan plan;
    private final IdentityHashMap<FileChange, String> failures = new IdentityHashMap<>();

    PlanExecutor(TargetTree tree, Journal journal, Plan plan) {
        this.tree = tree;
        this.journal = journal;
        this.plan = plan;
    }

    /**
     * Executes the plan and returns the outcomes.
     *
     * @throws IOException when the manifest cannot be written; no target was changed
     */
    List<InjectableOutcome> execute() throws IOException {
        tree.forgetNames();
        tree.deleteLeftovers();
        List<FileChange> pending =
                plan.changes().stream().filter(change -> !change.isNoOp()).toList();
        for (FileChange change : pending) {
            perform(change, () -> saveBackup(change));
        }
        pending =
                pending.stream().filter(change -> !failures.containsKey(change)).toList();
        Manifest intended = intendedManifest(pending);
        if (!intended.equals(plan.manifest())) {
            journal.writeManifest(intended);
        }
        for (FileChange change : pending) {
            perform(change, () -> replaceTarget(change));
        }
        complete(intended, pending);
        return outcomes();
    }

    private void saveBackup(FileChange change) throws IOException {
        String backup = change.backup();
        if (backup != null) {
            journal.saveBackup(backup);
        }
    }

    private Manifest intendedManifest(List<FileChange> pending) {
        SortedMap<TargetPath, ManifestEntry> targets =
                new TreeMap<>(plan.manifest().targets());
        SortedSet<TargetPath> directories = new TreeSet<>(plan.manifest().createdDirectories());
        for (FileChange change : pending) {
            ManifestEntry entry = change.intendedEntry();
            if (entry != null) {
                targets.put(change.path(), entry);
                directories.addAll(change.current().missingDirectories());
            }
        }
        return new Manifest(targets, directories);
    }

    private void replaceTarget(FileChange change) throws InjectableRejectedException, IOException {
        if (!change.changesContent()) {
            return;
        }
        if (!tree.read(change.path()).state().equals(change.current().state())) {
            throw new InjectableRejectedException("another program has changed the target during the run");
        }
        if (change.newText() == null) {
            tree.delete(change.path());
            return;
        }
        Set<PosixFilePermission> permissions =
                change.permissions().isEmpty() ? Set.of() : PosixFilePermissions.fromString(change.permissions());
        String staged = journal.stage(change.newBytes(), permissions);
        tree.moveIntoPlace(journal.directory(), staged, change.path());
    }

    /** A failure here loses nothing: the manifest holds the intended changes, and the next run completes them. */
    private void complete(Manifest intended, List<FileChange> pending) {
        try {
            Manifest completed = completedManifest(intended, pending);
            if (completed.isEmpty()) {
                journal.delete();
                return;
            }
            if (!completed.equals(intended)) {
                journal.writeManifest(completed);
            }
            journal.deleteUnused(completed);
        } catch (IOException | InjectableRejectedException completedByNextRun) {
            return;
        }
    }

    private Manifest completedManifest(Manifest intended, List<FileChange> pending)
            throws InjectableRejectedException, IOException {
        SortedMap<TargetPath, ManifestEntry> targets = new TreeMap<>(intended.targets());
        for (FileChange change : pending) {
            if (failures.containsKey(change)) {
                continue;
            }
            ManifestEntry updated = change.updated();
            if (updated == null) {
                targets.remove(change.path());
            } else {
                targets.put(change.path(), updated);
            }
        }
        return new Manifest(targets, deleteUnusedDirectories(intended.createdDirectories(), targets.keySet()));
    }

    /** Deletes created directories that no target needs, and returns the others. */
    private SortedSet<TargetPath> deleteUnusedDirectories(SortedSet<TargetPath> created, Set<TargetPath> targets)
            throws InjectableRejectedException, IOException {
        SortedSet<TargetPath> used = new TreeSet<>(created);
        for (TargetPath directory : deepestFirst(created)) {
            if (targets.stream().noneMatch(target -> target.isInside(directory))) {
                tree.deleteIfEmpty(directory);
                used.remove(directory);
            }
        }
        return used;
    }

    private static List<TargetPath> deepestFirst(SortedSet<TargetPath> directories) {
        return directories.stream()
                .sorted(Comparator.comparingInt(
                                (TargetPath directory) -> directory.names().size())
                        .reversed())
                .toList();
    }

    private List<InjectableOutcome> outcomes() {
        List<InjectableOutcome> outcomes = new ArrayList<>(plan.decided());
        for (FileChange change : plan.changes()) {
            String failure = failures.get(change);
            change.outcomes().forEach(outcome -> outcomes.add(failure == null ? outcome : failed(outcome, failure)));
        }
        return outcomes;
    }

    private static InjectableOutcome failed(InjectableOutcome outcome, String failure) {
        String reason = outcome.reason() == null ? failure : outcome.reason();
        return InjectableOutcome.rejected(outcome.slug(), outcome.targetPath(), reason);
    }

    private void perform(FileChange change, Step step) {
        String failure = failureOf(step);
        if (failure != null) {
            failures.put(change, failure);
        }
    }

    private static @Nullable String failureOf(Step step) {
        try {
            step.run();
            return null;
        } catch (InjectableRejectedException rejection) {
            return rejection.reason();
        } catch (IOException failure) {
            return "the target cannot be written (" + failure.getClass().getSimpleName() + ")";
        } catch (InvalidPathException invalidName) {
            return "the target path is not valid on this file system";
        }
    }

    /** One step of a change. */
    private interface Step {
        void run() throws InjectableRejectedException, IOException;
    }
}
