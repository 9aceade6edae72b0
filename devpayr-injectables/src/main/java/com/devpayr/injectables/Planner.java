package com.devpayr.injectables;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans a run: which targets below a root change, and how. Reads files, but writes none. */
final class Planner {
    private final TargetTree tree;
    private final Manifest manifest;
    private final TargetComposer.Backups backups;
    private final boolean keepsPermissions;
    private final List<InjectableOutcome> decided = new ArrayList<>();
    private final List<DecryptedInjectable> passedThrough = new ArrayList<>();
    private final Map<TargetPath, FileChange> changes = new LinkedHashMap<>();
    private final SortedMap<TargetPath, List<Placement>> placements = new TreeMap<>();

    /** @param keepsPermissions whether existing files keep the permissions of group and others */
    Planner(TargetTree tree, Manifest manifest, TargetComposer.Backups backups, boolean keepsPermissions) {
        this.tree = tree;
        this.manifest = manifest;
        this.backups = backups;
        this.keepsPermissions = keepsPermissions;
    }

    /** Returns a plan that reverts all injectables. */
    Plan planRevert() {
        manifest.targets().forEach((path, entry) -> planChange(path, entry.slugs()));
        return plan();
    }

    /** Returns a plan that applies a set of injectables. */
    Plan planApply(List<DecryptedInjectable> injectables) {
        for (Placement placement : withoutConflicts(placementsOf(withoutDuplicateSlugs(injectables)))) {
            placements
                    .computeIfAbsent(placement.path(), path -> new ArrayList<>())
                    .add(placement);
        }
        for (TargetPath path : List.copyOf(placements.keySet())) {
            planChange(path, Set.of());
        }
        removeFromPreviousTargets();
        return plan();
    }

    private Plan plan() {
        return new Plan(manifest, List.copyOf(changes.values()), decided, passedThrough);
    }

    private List<DecryptedInjectable> withoutDuplicateSlugs(List<DecryptedInjectable> injectables) {
        Map<String, Long> counts =
                injectables.stream().collect(Collectors.groupingBy(DecryptedInjectable::slug, Collectors.counting()));
        List<DecryptedInjectable> unique = new ArrayList<>();
        for (DecryptedInjectable injectable : injectables) {
            if (counts.getOrDefault(injectable.slug(), 1L) > 1) {
                decided.add(InjectableOutcome.rejected(injectable, "another injectable of the set has the same slug"));
            } else {
                unique.add(injectable);
            }
        }
        return unique;
    }

    private List<Placement> placementsOf(List<DecryptedInjectable> injectables) {
        List<Placement> candidates = new ArrayList<>();
        for (DecryptedInjectable injectable : injectables) {
            if (Placement.isPassedThrough(injectable)) {
                passedThrough.add(injectable);
                decided.add(InjectableOutcome.of(injectable, InjectableOutcome.Status.PASSED_THROUGH));
                continue;
            }
            try {
                candidates.add(Placement.of(injectable));
            } catch (InjectableRejectedException rejection) {
                decided.add(InjectableOutcome.rejected(injectable, rejection.reason()));
            }
        }
        return candidates;
    }

    /** Rejects all placements of a conflict, since a set has no order by which one of them could win. */
    private List<Placement> withoutConflicts(List<Placement> candidates) {
        TargetConflicts conflicts = new TargetConflicts(candidates);
        List<Placement> accepted = new ArrayList<>();
        for (Placement placement : candidates) {
            String conflict = conflicts.conflictOf(placement);
            if (conflict == null) {
                accepted.add(placement);
            } else {
                decided.add(InjectableOutcome.rejected(placement.injectable(), conflict));
            }
        }
        return accepted;
    }

    /** Removes the injectables of the set from targets that they were applied to in a previous run. */
    private void removeFromPreviousTargets() {
        Map<String, TargetPath> newTargets = new HashMap<>();
        placements.forEach((path, here) -> here.forEach(placement -> newTargets.put(placement.slug(), path)));
        Set<String> applied = new HashSet<>(newTargets.keySet());
        passedThrough.forEach(injectable -> applied.add(injectable.slug()));
        manifest.targets().forEach((path, entry) -> {
            Set<String> moved = new TreeSet<>(entry.slugs());
            moved.removeIf(slug -> !applied.contains(slug) || path.equals(newTargets.get(slug)));
            if (!moved.isEmpty()) {
                planChange(path, moved);
            }
        });
    }

    /**
     * Plans the change of one target, including the placements for it.
     *
     * @param removed the slugs of injectables to remove from the target
     */
    private void planChange(TargetPath path, Set<String> removed) {
        try {
            CurrentFile current = tree.read(path);
            createByInject(path, current);
            FileChange change = compose(path, current, removed);
            if (withdrawRejected(path, change)) {
                change = compose(path, current, removed);
            }
            changes.put(path, change);
        } catch (InjectableRejectedException rejection) {
            reject(path, removed, rejection.reason());
        } catch (IOException failure) {
            reject(
                    path,
                    removed,
                    "the target cannot be read (" + failure.getClass().getSimpleName() + ")");
        } catch (InvalidPathException invalidName) {
            reject(path, removed, "the target path is not valid on this file system");
        }
    }

    /**
     * Makes an injectable with mode {@code inject} the whole file, as the official SDKs do, where it overwrites nothing: the
     * target does not exist, or was created by the same injectable and is unmodified.
     */
    private void createByInject(TargetPath path, CurrentFile current) {
        List<Placement> here = placementsAt(path);
        if (here.stream().anyMatch(placement -> placement.kind() == null)) {
            return;
        }
        List<Placement> creating = here.stream()
                .filter(placement -> placement.kind() == MarkedPart.Kind.INJECT)
                .filter(placement -> current.isAbsent() || wasCreatedBy(placement, path, current))
                .toList();
        here.removeAll(creating);
        if (creating.size() == 1) {
            here.add(creating.get(0).asWholeFile());
            return;
        }
        creating.forEach(placement -> decided.add(InjectableOutcome.rejected(
                placement.injectable(), "another injectable of the set would create the same target")));
    }

    private boolean wasCreatedBy(Placement placement, TargetPath path, CurrentFile current) {
        ManifestEntry entry = manifest.targets().get(path);
        return entry != null && placement.slug().equals(entry.wholeFileSlug()) && entry.isUnmodified(current.state());
    }

    private FileChange compose(TargetPath path, CurrentFile current, Set<String> removed)
            throws InjectableRejectedException, IOException {
        return new TargetComposer(path, current, manifest.targets().get(path), backups, keepsPermissions)
                .compose(placementsAt(path), removed);
    }

    private List<Placement> placementsAt(TargetPath path) {
        return placements.getOrDefault(path, new ArrayList<>());
    }

    /**
     * Withdraws the placements that a change rejects. The change is then composed again without them, so that a
     * rejected injectable keeps the part that it already has in the file.
     *
     * @return whether a placement was withdrawn
     */
    private boolean withdrawRejected(TargetPath path, FileChange change) {
        List<InjectableOutcome> rejected = change.outcomes().stream()
                .filter(outcome -> outcome.status() == InjectableOutcome.Status.REJECTED)
                .toList();
        decided.addAll(rejected);
        return placementsAt(path).removeIf(placement -> rejected.stream()
                .anyMatch(outcome -> outcome.slug().equals(placement.slug())));
    }

    /**
     * Rejects the changes of a target that were to be planned: the removals or, when there are none, the placements.
     * Placements that were planned before the removals stay planned.
     */
    private void reject(TargetPath path, Set<String> removed, String reason) {
        if (removed.isEmpty()) {
            placementsAt(path)
                    .forEach(placement -> decided.add(InjectableOutcome.rejected(placement.injectable(), reason)));
            placements.remove(path);
        }
        removed.forEach(slug -> decided.add(InjectableOutcome.rejected(slug, path.toString(), reason)));
    }
}
