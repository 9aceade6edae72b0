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

/** Works out what a set of injectables changes below a root. Reads files, writes none. */
final class Planner {
    private final TargetTree tree;
    private final Manifest manifest;
    private final TargetComposer.Backups backups;
    private final List<InjectableOutcome> decided = new ArrayList<>();
    private final List<DecryptedInjectable> passedThrough = new ArrayList<>();
    private final Map<TargetPath, FileChange> changes = new LinkedHashMap<>();
    private final SortedMap<TargetPath, List<Placement>> placements = new TreeMap<>();

    Planner(TargetTree tree, Manifest manifest, TargetComposer.Backups backups) {
        this.tree = tree;
        this.manifest = manifest;
        this.backups = backups;
    }

    /** A plan that takes everything back. */
    Plan planRevert() {
        manifest.targets().forEach((path, previous) -> compose(path, previous.slugs()));
        return new Plan(manifest, List.copyOf(changes.values()), decided, passedThrough);
    }

    /** A plan that applies a set. */
    Plan planApply(List<DecryptedInjectable> injectables) {
        for (Placement placement : withoutConflicts(placements(withoutDuplicateSlugs(injectables)))) {
            placements
                    .computeIfAbsent(placement.path(), path -> new ArrayList<>())
                    .add(placement);
        }
        for (TargetPath path : List.copyOf(placements.keySet())) {
            compose(path, Set.of());
        }
        leaveOtherTargets();
        return new Plan(manifest, List.copyOf(changes.values()), decided, passedThrough);
    }

    private List<DecryptedInjectable> withoutDuplicateSlugs(List<DecryptedInjectable> injectables) {
        Map<String, Long> counts =
                injectables.stream().collect(Collectors.groupingBy(DecryptedInjectable::slug, Collectors.counting()));
        List<DecryptedInjectable> unique = new ArrayList<>();
        for (DecryptedInjectable injectable : injectables) {
            if (counts.getOrDefault(injectable.slug(), 1L) > 1) {
                decided.add(InjectableOutcome.rejected(injectable, "another in the same set has the same slug"));
            } else {
                unique.add(injectable);
            }
        }
        return unique;
    }

    private List<Placement> placements(List<DecryptedInjectable> injectables) {
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

    /** Without those that cannot all be served, since no order between them is given. */
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

    /** An injectable that is served in one place has no part in another any more. */
    private void leaveOtherTargets() {
        Map<String, TargetPath> targets = new HashMap<>();
        placements.forEach((path, here) -> here.forEach(placement -> targets.put(placement.slug(), path)));
        Set<String> applied = new HashSet<>(targets.keySet());
        passedThrough.forEach(injectable -> applied.add(injectable.slug()));
        manifest.targets().forEach((path, previous) -> {
            Set<String> leaving = new TreeSet<>(previous.slugs());
            leaving.removeIf(slug -> !applied.contains(slug) || path.equals(targets.get(slug)));
            if (!leaving.isEmpty()) {
                compose(path, leaving);
            }
        });
    }

    private void compose(TargetPath path, Set<String> leaving) {
        try {
            CurrentFile current = tree.read(path);
            FileChange change = composed(path, current, leaving);
            if (withdrawRejected(path, change)) {
                change = composed(path, current, leaving);
            }
            changes.put(path, change);
        } catch (InjectableRejectedException rejection) {
            reject(path, leaving, rejection.reason());
        } catch (IOException failure) {
            reject(
                    path,
                    leaving,
                    "its target cannot be read (" + failure.getClass().getSimpleName() + ")");
        } catch (InvalidPathException invalidName) {
            reject(path, leaving, "its target's name cannot be used on this system");
        }
    }

    private FileChange composed(TargetPath path, CurrentFile current, Set<String> leaving)
            throws InjectableRejectedException, IOException {
        return new TargetComposer(path, current, manifest.targets().get(path), backups)
                .compose(placementsFor(path), leaving);
    }

    private List<Placement> placementsFor(TargetPath path) {
        return placements.getOrDefault(path, new ArrayList<>());
    }

    /** What is rejected must leave no trace: neither its new part nor the loss of its old one. */
    private boolean withdrawRejected(TargetPath path, FileChange change) {
        List<InjectableOutcome> rejected = change.outcomes().stream()
                .filter(outcome -> outcome.status() == InjectableOutcome.Status.REJECTED)
                .toList();
        decided.addAll(rejected);
        return placementsFor(path).removeIf(placement -> rejected.stream()
                .anyMatch(outcome -> outcome.slug().equals(placement.slug())));
    }

    /** Those who cannot leave stay, beside the placements that were served without that. */
    private void reject(TargetPath path, Set<String> leaving, String reason) {
        if (leaving.isEmpty()) {
            placementsFor(path)
                    .forEach(placement -> decided.add(InjectableOutcome.rejected(placement.injectable(), reason)));
            placements.remove(path);
        }
        leaving.forEach(slug ->
                decided.add(new InjectableOutcome(slug, InjectableOutcome.Status.REJECTED, path.toString(), reason)));
    }
}
