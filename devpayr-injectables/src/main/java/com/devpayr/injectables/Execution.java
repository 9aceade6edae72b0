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
final class Execution {
    private final Tree tree;
    private final State state;
    private final Plan plan;
    private final IdentityHashMap<Change, String> failures = new IdentityHashMap<>();

    Execution(Tree tree, State state, Plan plan) {
        this.tree = tree;
        this.state = state;
        this.plan = plan;
    }

    /**
     * @throws IOException when the state cannot be kept; no target was touched then
     */
    List<Outcome> run() throws IOException {
        tree.sweep();
        List<Change> due =
                plan.changes().stream().filter(change -> !change.isNone()).toList();
        for (Change change : due) {
            attempt(change, () -> keepBackup(change));
        }
        due = due.stream().filter(change -> !failures.containsKey(change)).toList();
        Manifest intent = intent(due);
        if (!intent.equals(plan.manifest())) {
            state.save(intent);
        }
        for (Change change : due) {
            attempt(change, () -> carryOut(change));
        }
        settle(intent, due);
        return outcomes();
    }

    private void keepBackup(Change change) throws IOException {
        String backup = change.backup();
        if (backup != null) {
            state.keep(Change.hash(backup), Change.bytes(backup));
        }
    }

    private Manifest intent(List<Change> due) {
        SortedMap<TargetPath, TargetRecord> targets =
                new TreeMap<>(plan.manifest().targets());
        SortedSet<TargetPath> folders = new TreeSet<>(plan.manifest().folders());
        for (Change change : due) {
            TargetRecord intent = change.intent();
            if (intent != null) {
                targets.put(change.path(), intent);
                folders.addAll(change.current().missing());
            }
        }
        return new Manifest(targets, folders);
    }

    private void carryOut(Change change) throws Refusal, IOException {
        if (!change.touchesTarget()) {
            return;
        }
        if (change.text() == null) {
            tree.delete(change.path());
            return;
        }
        Set<PosixFilePermission> rights =
                change.rights().isEmpty() ? Set.of() : PosixFilePermissions.fromString(change.rights());
        String staged = state.stage(change.content(), rights);
        tree.place(state.folder(), staged, change.path());
    }

    /** Failing here loses nothing: the manifest holds the intent, from which the next run goes on. */
    private void settle(Manifest intent, List<Change> due) {
        try {
            Manifest settled = settled(intent, due);
            if (settled.isEmpty()) {
                state.remove();
                return;
            }
            if (!settled.equals(intent)) {
                state.save(settled);
            }
            state.sweep(settled);
        } catch (IOException | Refusal leftToTheNextRun) {
            return;
        }
    }

    private Manifest settled(Manifest intent, List<Change> due) throws Refusal, IOException {
        SortedMap<TargetPath, TargetRecord> targets = new TreeMap<>(intent.targets());
        for (Change change : due) {
            TargetRecord record = change.record();
            if (failures.containsKey(change)) {
                continue;
            }
            if (record == null) {
                targets.remove(change.path());
            } else {
                targets.put(change.path(), record);
            }
        }
        SortedSet<TargetPath> folders = new TreeSet<>(intent.folders());
        for (TargetPath folder : innermostFirst(folders)) {
            if (targets.keySet().stream().noneMatch(target -> target.isBelow(folder))) {
                tree.deleteIfEmpty(folder);
                folders.remove(folder);
            }
        }
        return new Manifest(targets, folders);
    }

    private static List<TargetPath> innermostFirst(SortedSet<TargetPath> folders) {
        List<TargetPath> ordered = new ArrayList<>(folders);
        ordered.sort(
                Comparator.comparingInt((TargetPath folder) -> folder.names().size())
                        .reversed());
        return ordered;
    }

    private List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>(plan.settled());
        for (Change change : plan.changes()) {
            String failure = failures.get(change);
            change.outcomes().forEach(outcome -> outcomes.add(failure == null ? outcome : failed(outcome, failure)));
        }
        return outcomes;
    }

    private static Outcome failed(Outcome outcome, String failure) {
        return new Outcome(
                outcome.slug(),
                Outcome.Action.REFUSED,
                outcome.target(),
                outcome.reason() == null ? failure : outcome.reason());
    }

    private void attempt(Change change, Step step) {
        String failure = failure(step);
        if (failure != null) {
            failures.put(change, failure);
        }
    }

    private static @Nullable String failure(Step step) {
        try {
            step.take();
            return null;
        } catch (Refusal refusal) {
            return refusal.reason();
        } catch (IOException failure) {
            return "its target cannot be written (" + failure.getClass().getSimpleName() + ")";
        } catch (InvalidPathException unnameable) {
            return "its target's name cannot be used on this system";
        }
    }

    private interface Step {
        void take() throws Refusal, IOException;
    }
}
