package com.devpayr.injectables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out what one target is to hold: the file as it is, or the one injectable that the whole file belongs to, with
 * the parts of all others.
 */
final class Composer {
    private static final String OWNER_RIGHTS = "rw-------";

    private final TargetPath path;
    private final Current current;
    private final @Nullable TargetRecord old;
    private final Kept kept;
    private final SortedMap<String, Part.Kind> parts;
    private final Map<String, Outcome> outcomes = new TreeMap<>();
    private @Nullable String whole;
    private MarkedText text;

    Composer(TargetPath path, Current current, @Nullable TargetRecord old, Kept kept) {
        this.path = path;
        this.current = current;
        this.old = old;
        this.kept = kept;
        this.parts = new TreeMap<>(old == null ? Map.of() : old.parts());
        this.whole = old == null ? null : old.whole();
        this.text = new MarkedText(path.name(), current.text());
    }

    /** Reads what a target held before. */
    interface Kept {
        String of(TargetRecord.Snapshot before) throws Refusal, IOException;
    }

    /**
     * The change that serves the requests and takes back what those who leave have here.
     *
     * @param requests at most one of them for the whole file
     */
    Change compose(List<Request> requests, Set<String> leaving) throws Refusal, IOException {
        Set<String> gone = gone(requests, leaving);
        if (requests.isEmpty() && old != null && gone.containsAll(old.slugs())) {
            return release();
        }
        rebase(requests, gone);
        for (String slug : gone) {
            remove(slug);
        }
        leaving.forEach(slug -> outcomes.put(slug, new Outcome(slug, Outcome.Action.RESTORED, path.toString(), null)));
        requests.stream().sorted(Comparator.comparing(Request::slug)).forEach(this::put);
        return change();
    }

    /** Those who leave, and those who stay in another role. */
    private Set<String> gone(List<Request> requests, Set<String> leaving) {
        Set<String> gone = new HashSet<>(leaving);
        for (Request request : requests) {
            Part.Kind had = parts.get(request.slug());
            boolean hadWhole = request.slug().equals(whole);
            if ((had != null && had != request.kind()) || (hadWhole && request.kind() != null)) {
                gone.add(request.slug());
            }
        }
        return gone;
    }

    /** Starts from another content when the whole file changes hands, and takes the parts along that stay. */
    private void rebase(List<Request> requests, Set<String> gone) throws Refusal, IOException {
        Request newWhole = requests.stream()
                .filter(request -> request.kind() == null)
                .findFirst()
                .orElse(null);
        MarkedText from = text;
        if (newWhole != null) {
            text = new MarkedText(path.name(), newWhole.injectable().bytesAsText());
            whole = newWhole.slug();
        } else if (whole != null && gone.contains(whole)) {
            text = new MarkedText(path.name(), stoodBefore());
            whole = null;
        } else {
            return;
        }
        for (Map.Entry<String, Part.Kind> part : new TreeMap<>(parts).entrySet()) {
            boolean asked = requests.stream().anyMatch(request -> request.slug().equals(part.getKey()));
            if (gone.contains(part.getKey()) || (!asked && !takeAlong(from, part.getKey(), part.getValue()))) {
                parts.remove(part.getKey());
            }
        }
    }

    private String stoodBefore() throws Refusal, IOException {
        if (!requireOld().knows(current.snapshot())) {
            throw changedByOthers();
        }
        return kept.of(requireOld().before());
    }

    private static Refusal changedByOthers() {
        return new Refusal("its target was changed by someone else since, and is left as it is");
    }

    private boolean takeAlong(MarkedText from, String slug, Part.Kind kind) {
        try {
            String content = from.content(kind, slug);
            if (content == null) {
                return false;
            }
            text = text.with(new Part(slug, kind, content));
            return true;
        } catch (Refusal lost) {
            return false;
        }
    }

    private void remove(String slug) throws Refusal, IOException {
        Part.Kind kind = parts.remove(slug);
        if (kind != null) {
            text = without(text, slug, kind);
        }
    }

    /** Without a part; between markers that are not ours stands again what stood there. */
    private MarkedText without(MarkedText from, String slug, Part.Kind kind) throws Refusal, IOException {
        if (kind != Part.Kind.INJECT) {
            return from.without(kind, slug);
        }
        if (from.content(kind, slug) == null) {
            return from;
        }
        String stood = new MarkedText(path.name(), kept.of(requireOld().before())).content(kind, slug);
        return from.with(new Part(slug, kind, stood == null ? "" : stood));
    }

    private void put(Request request) {
        Part.Kind kind = request.kind();
        if (kind == null) {
            outcomes.put(request.slug(), Outcome.of(request.injectable(), Outcome.Action.WRITTEN));
            return;
        }
        try {
            MarkedText with = text.with(request.part(kind));
            boolean stood = Objects.equals(with.content(kind, request.slug()), presentContent(kind, request.slug()));
            text = with;
            parts.put(request.slug(), kind);
            outcomes.put(
                    request.slug(),
                    Outcome.of(request.injectable(), stood ? Outcome.Action.UNCHANGED : Outcome.Action.WRITTEN));
        } catch (Refusal refusal) {
            outcomes.put(request.slug(), Outcome.refused(request.injectable(), refusal.reason()));
        }
    }

    private @Nullable String presentContent(Part.Kind kind, String slug) {
        try {
            return new MarkedText(path.name(), current.text()).content(kind, slug);
        } catch (Refusal unclear) {
            return null;
        }
    }

    private Change change() throws Refusal, IOException {
        boolean nobody = whole == null && parts.isEmpty();
        String result = nobody && current.isAbsent() ? null : text.text();
        boolean touched = !Change.hash(result).equals(current.snapshot().hash());
        if (nobody || (old == null && !touched)) {
            return new Change(path, current, result, rights(), old, null, null, reported(touched));
        }
        boolean known = old != null && old.knows(current.snapshot());
        TargetRecord.Snapshot before = known ? requireOld().before() : stripped();
        SortedSet<String> written = new TreeSet<>(Set.of(Change.hash(result)));
        TargetRecord record = new TargetRecord(before, written, whole, parts);
        String backup = known || before.isAbsent() ? null : strippedText();
        return new Change(path, current, result, rights(), old, record, backup, reported(touched));
    }

    /** A whole file is unchanged when nothing in it is changed. */
    private List<Outcome> reported(boolean touched) {
        List<Outcome> reported = new ArrayList<>();
        for (Outcome outcome : outcomes.values()) {
            boolean unchanged = !touched && outcome.action() == Outcome.Action.WRITTEN;
            reported.add(
                    unchanged
                            ? new Outcome(outcome.slug(), Outcome.Action.UNCHANGED, outcome.target(), null)
                            : outcome);
        }
        return reported;
    }

    /** What of the present rights is the owner's. */
    private String rights() {
        String rights = current.snapshot().rights();
        return rights.isEmpty() ? "" : rights.substring(0, 3) + OWNER_RIGHTS.substring(3);
    }

    private TargetRecord.Snapshot stripped() throws IOException {
        return current.isAbsent()
                ? TargetRecord.Snapshot.NONE
                : new TargetRecord.Snapshot(
                        Change.hash(strippedText()), current.snapshot().rights());
    }

    /** The file without any of the parts that we have in it; as it is where they cannot be made out. */
    private String strippedText() throws IOException {
        MarkedText stripped = new MarkedText(path.name(), current.text());
        if (old != null) {
            for (Map.Entry<String, Part.Kind> part : old.parts().entrySet()) {
                try {
                    stripped = without(stripped, part.getKey(), part.getValue());
                } catch (Refusal unclear) {
                    return current.text();
                }
            }
        }
        return stripped.text();
    }

    /** Everything of ours goes. */
    private Change release() throws Refusal, IOException {
        TargetRecord record = requireOld();
        TargetRecord.Snapshot before = record.before();
        if (current.snapshot().hash().equals(before.hash())) {
            return released(
                    current.isAbsent() ? null : current.text(),
                    current.snapshot().rights());
        }
        if (record.knows(current.snapshot())) {
            return released(before.isAbsent() ? null : kept.of(before), before.rights());
        }
        if (record.whole() != null) {
            throw changedByOthers();
        }
        for (String slug : record.parts().keySet()) {
            remove(slug);
        }
        boolean empty = text.text().isEmpty() && before.isAbsent();
        return released(empty ? null : text.text(), current.snapshot().rights());
    }

    private Change released(@Nullable String result, String rights) {
        boolean touched = !Change.hash(result).equals(current.snapshot().hash());
        Outcome.Action action = touched ? Outcome.Action.RESTORED : Outcome.Action.UNCHANGED;
        List<Outcome> reported = requireOld().slugs().stream()
                .map(slug -> new Outcome(slug, action, path.toString(), null))
                .toList();
        return new Change(path, current, result, rights, old, null, null, reported);
    }

    private TargetRecord requireOld() {
        if (old == null) {
            throw new IllegalStateException("nothing is remembered of " + path);
        }
        return old;
    }
}
