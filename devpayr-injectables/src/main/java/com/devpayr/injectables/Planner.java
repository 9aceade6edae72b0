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
    private final Tree tree;
    private final Manifest manifest;
    private final Composer.Kept kept;
    private final List<Outcome> settled = new ArrayList<>();
    private final List<DecryptedInjectable> passedThrough = new ArrayList<>();
    private final Map<TargetPath, Change> changes = new LinkedHashMap<>();
    private final SortedMap<TargetPath, List<Request>> requests = new TreeMap<>();

    Planner(Tree tree, Manifest manifest, Composer.Kept kept) {
        this.tree = tree;
        this.manifest = manifest;
        this.kept = kept;
    }

    /** A plan that takes everything back. */
    Plan revert() {
        manifest.targets().forEach((path, old) -> compose(path, old.slugs()));
        return new Plan(manifest, List.copyOf(changes.values()), settled, passedThrough);
    }

    /** A plan that applies a set. */
    Plan apply(List<DecryptedInjectable> injectables) {
        for (Request request : withoutRivals(requests(withoutNamesakes(injectables)))) {
            requests.computeIfAbsent(request.path(), path -> new ArrayList<>()).add(request);
        }
        for (TargetPath path : List.copyOf(requests.keySet())) {
            compose(path, Set.of());
        }
        leaveOtherPlaces();
        return new Plan(manifest, List.copyOf(changes.values()), settled, passedThrough);
    }

    private List<DecryptedInjectable> withoutNamesakes(List<DecryptedInjectable> injectables) {
        Map<String, Long> counts =
                injectables.stream().collect(Collectors.groupingBy(DecryptedInjectable::slug, Collectors.counting()));
        List<DecryptedInjectable> unique = new ArrayList<>();
        for (DecryptedInjectable injectable : injectables) {
            if (counts.getOrDefault(injectable.slug(), 1L) > 1) {
                settled.add(Outcome.refused(injectable, "another in the same set has the same slug"));
            } else {
                unique.add(injectable);
            }
        }
        return unique;
    }

    private List<Request> requests(List<DecryptedInjectable> injectables) {
        List<Request> wanted = new ArrayList<>();
        for (DecryptedInjectable injectable : injectables) {
            if (Request.isHandedOver(injectable)) {
                passedThrough.add(injectable);
                settled.add(Outcome.of(injectable, Outcome.Action.HANDED_OVER));
                continue;
            }
            try {
                wanted.add(Request.of(injectable));
            } catch (Refusal refusal) {
                settled.add(Outcome.refused(injectable, refusal.reason()));
            }
        }
        return wanted;
    }

    /** Without those that cannot all be served, since no order between them is given. */
    private List<Request> withoutRivals(List<Request> wanted) {
        Names names = new Names(wanted);
        List<Request> free = new ArrayList<>();
        for (Request request : wanted) {
            String rivalry = names.rivalry(request);
            if (rivalry == null) {
                free.add(request);
            } else {
                settled.add(Outcome.refused(request.injectable(), rivalry));
            }
        }
        return free;
    }

    /** An injectable that is served in one place has no part in another any more. */
    private void leaveOtherPlaces() {
        Map<String, TargetPath> places = new HashMap<>();
        requests.forEach((path, here) -> here.forEach(request -> places.put(request.slug(), path)));
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
            Current current = tree.read(path);
            Change change = composed(path, current, leaving);
            if (withdrawRefused(path, change)) {
                change = composed(path, current, leaving);
            }
            changes.put(path, change);
        } catch (Refusal refusal) {
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

    private Change composed(TargetPath path, Current current, Set<String> leaving) throws Refusal, IOException {
        return new Composer(path, current, manifest.targets().get(path), kept).compose(requestsFor(path), leaving);
    }

    private List<Request> requestsFor(TargetPath path) {
        return requests.getOrDefault(path, new ArrayList<>());
    }

    /** What is refused must leave no trace: neither its new part nor the loss of its old one. */
    private boolean withdrawRefused(TargetPath path, Change change) {
        List<Outcome> refused = change.outcomes().stream()
                .filter(outcome -> outcome.action() == Outcome.Action.REFUSED)
                .toList();
        settled.addAll(refused);
        return requestsFor(path).removeIf(request -> refused.stream()
                .anyMatch(outcome -> outcome.slug().equals(request.slug())));
    }

    /** Those who cannot leave stay, beside the requests that were served without that. */
    private void refuse(TargetPath path, Set<String> leaving, String reason) {
        if (leaving.isEmpty()) {
            requestsFor(path).forEach(request -> settled.add(Outcome.refused(request.injectable(), reason)));
            requests.remove(path);
        }
        leaving.forEach(slug -> settled.add(new Outcome(slug, Outcome.Action.REFUSED, path.toString(), reason)));
    }
}
