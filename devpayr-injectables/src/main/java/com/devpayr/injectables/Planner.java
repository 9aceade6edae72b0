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
        manifest.targets().forEach((path, old) -> compose(path, old.slugs()));
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
        List<Placement> wanted = new ArrayList<>();
        for (DecryptedInjectable injectable : injectables) {
            if (Placement.isPassedThrough(injectable)) {
                passedThrough.add(injectable);
                decided.add(InjectableOutcome.of(injectable, InjectableOutcome.Status.PASSED_THROUGH));
                continue;
            }
            try {
                wanted.add(Placement.of(injectable));
            } catch (InjectableRejectedException refusal) {
                decided.add(InjectableOutcome.rejected(injectable, refusal.reason()));
            }
        }
        return wanted;
    }

    /** Without those that cannot all be served, since no order between them is given. */
    private List<Placement> withoutConflicts(List<Placement> wanted) {
        TargetConflicts conflicts = new TargetConflicts(wanted);
        List<Placement> free = new ArrayList<>();
        for (Placement placement : wanted) {
            String conflict = conflicts.conflictOf(placement);
            if (conflict == null) {
                free.add(placement);
            } else {
                decided.add(InjectableOutcome.rejected(placement.injectable(), conflict));
            }
        }
        return free;
    }

    /** An injectable that is served in one place has no part in another any more. */
    private void leaveOtherTargets() {
        Map<String, TargetPath> places = new HashMap<>();
        placements.forEach((path, here) -> here.forEach(placement -> places.put(placement.slug(), path)));
        Set<String> served = new HashSet<>(places.keySet());
        passedThrough.forEach(injectable -> served.add(injectable.slug()));
        manifest.targets().forEach((path, old) -> {
            Set<String> leaving = new TreeSet<>(old.slugs());
            leaving.removeIf(slug -> !served.contains(slug) || path.equals(places.get(slug)));
            if (!leaving.isEmpty()) {
                compose(path, leaving);
            }
        });
    }

    private void compose(TargetPath path, Set<String> leaving) {
        try {
            CurrentFile current = tree.read(path);
            FileChange change = composed(path, current, leaving);
            if (withdrawRefused(path, change)) {
                change = composed(path, current, leaving);
            }
            changes.put(path, change);
        } catch (InjectableRejectedException refusal) {
            refuse(path, leaving, refusal.reason());
        } catch (IOException failure) {
            refuse(
                    path,
                    leaving,
                    "its target cannot be read (" + failure.getClass().getSimpleName() + ")");
        } catch (InvalidPathException unnameable) {
            refuse(path, leaving, "its target's name cannot be used on this system");
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
    private boolean withdrawRefused(TargetPath path, FileChange change) {
        List<InjectableOutcome> rejected = change.outcomes().stream()
                .filter(outcome -> outcome.status() == InjectableOutcome.Status.REJECTED)
                .toList();
        decided.addAll(rejected);
        return placementsFor(path).removeIf(placement -> rejected.stream()
                .anyMatch(outcome -> outcome.slug().equals(placement.slug())));
    }

    /** Those who cannot leave stay, beside the placements that were served without that. */
    private void refuse(TargetPath path, Set<String> leaving, String reason) {
        if (leaving.isEmpty()) {
            placementsFor(path)
                    .forEach(placement -> decided.add(InjectableOutcome.rejected(placement.injectable(), reason)));
            placements.remove(path);
        }
        leaving.forEach(slug ->
                decided.add(new InjectableOutcome(slug, InjectableOutcome.Status.REJECTED, path.toString(), reason)));
    }
}
