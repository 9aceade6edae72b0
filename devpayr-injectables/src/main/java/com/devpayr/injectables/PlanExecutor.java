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
 * Carries a plan out, in an order in which it may die at any step: first what was there before is kept, then the
 * manifest says what is about to be written, then each target is replaced in one step, then the manifest says what was
 * written. A run that died is completed by the next, which finds each target either as it was or as it was to be.
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
     * @throws IOException when the journal cannot be kept; no target was touched then
     */
    List<InjectableOutcome> execute() throws IOException {
        tree.deleteLeftovers();
        List<FileChange> pending =
                plan.changes().stream().filter(change -> !change.isNoOp()).toList();
        for (FileChange change : pending) {
            attempt(change, () -> saveBackup(change));
        }
        pending =
                pending.stream().filter(change -> !failures.containsKey(change)).toList();
        Manifest intended = intendedManifest(pending);
        if (!intended.equals(plan.manifest())) {
            journal.writeManifest(intended);
        }
        for (FileChange change : pending) {
            attempt(change, () -> apply(change));
        }
        complete(intended, pending);
        return outcomes();
    }

    private void saveBackup(FileChange change) throws IOException {
        String backup = change.backup();
        if (backup != null) {
            journal.saveBackup(FileChange.hash(backup), FileChange.bytes(backup));
        }
    }

    private Manifest intendedManifest(List<FileChange> pending) {
        SortedMap<TargetPath, ManifestEntry> targets =
                new TreeMap<>(plan.manifest().targets());
        SortedSet<TargetPath> directories = new TreeSet<>(plan.manifest().createdDirectories());
        for (FileChange change : pending) {
            ManifestEntry intended = change.intendedEntry();
            if (intended != null) {
                targets.put(change.path(), intended);
                directories.addAll(change.current().missingDirectories());
            }
        }
        return new Manifest(targets, directories);
    }

    private void apply(FileChange change) throws InjectableRejectedException, IOException {
        if (!change.changesFile()) {
            return;
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

    /** Failing here loses nothing: the manifest holds the intent, from which the next run goes on. */
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
        } catch (IOException | InjectableRejectedException retriedByNextRun) {
            return;
        }
    }

    private Manifest completedManifest(Manifest intended, List<FileChange> pending)
            throws InjectableRejectedException, IOException {
        SortedMap<TargetPath, ManifestEntry> targets = new TreeMap<>(intended.targets());
        for (FileChange change : pending) {
            ManifestEntry updated = change.updated();
            if (failures.containsKey(change)) {
                continue;
            }
            if (updated == null) {
                targets.remove(change.path());
            } else {
                targets.put(change.path(), updated);
            }
        }
        SortedSet<TargetPath> directories = new TreeSet<>(intended.createdDirectories());
        for (TargetPath directory : deepestFirst(directories)) {
            if (targets.keySet().stream().noneMatch(target -> target.isInside(directory))) {
                tree.deleteIfEmpty(directory);
                directories.remove(directory);
            }
        }
        return new Manifest(targets, directories);
    }

    private static List<TargetPath> deepestFirst(SortedSet<TargetPath> directories) {
        List<TargetPath> ordered = new ArrayList<>(directories);
        ordered.sort(Comparator.comparingInt(
                        (TargetPath directory) -> directory.names().size())
                .reversed());
        return ordered;
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
        return new InjectableOutcome(
                outcome.slug(),
                InjectableOutcome.Status.REJECTED,
                outcome.targetPath(),
                outcome.reason() == null ? failure : outcome.reason());
    }

    private void attempt(FileChange change, Step step) {
        String failure = failure(step);
        if (failure != null) {
            failures.put(change, failure);
        }
    }

    private static @Nullable String failure(Step step) {
        try {
            step.run();
            return null;
        } catch (InjectableRejectedException rejection) {
            return rejection.reason();
        } catch (IOException failure) {
            return "its target cannot be written (" + failure.getClass().getSimpleName() + ")";
        } catch (InvalidPathException invalidName) {
            return "its target's name cannot be used on this system";
        }
    }

    private interface Step {
        void run() throws InjectableRejectedException, IOException;
    }
}
