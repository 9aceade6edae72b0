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
final class TargetComposer {
    private static final String OWNER_PERMISSIONS = "rw-------";

    private final TargetPath path;
    private final CurrentFile current;
    private final @Nullable ManifestEntry old;
    private final Backups backups;
    private final SortedMap<String, MarkedPart.Kind> parts;
    private final Map<String, InjectableOutcome> outcomes = new TreeMap<>();
    private @Nullable String whole;
    private MarkedText text;

    TargetComposer(TargetPath path, CurrentFile current, @Nullable ManifestEntry old, Backups backups) {
        this.path = path;
        this.current = current;
        this.old = old;
        this.backups = backups;
        this.parts = new TreeMap<>(old == null ? Map.of() : old.parts());
        this.whole = old == null ? null : old.wholeFileSlug();
        this.text = new MarkedText(path.fileName(), current.text());
    }

    /** Reads what a target held before. */
    interface Backups {
        String read(ManifestEntry.FileState original) throws InjectableRejectedException, IOException;
    }

    /**
     * The change that serves the placements and takes back what those who leave have here.
     *
     * @param placements at most one of them for the whole file
     */
    FileChange compose(List<Placement> placements, Set<String> leaving)
            throws InjectableRejectedException, IOException {
        Set<String> gone = gone(placements, leaving);
        if (placements.isEmpty() && old != null && gone.containsAll(old.slugs())) {
            return release();
        }
        rebase(placements, gone);
        for (String slug : gone) {
            remove(slug);
        }
        leaving.forEach(slug -> outcomes.put(
                slug, new InjectableOutcome(slug, InjectableOutcome.Status.REVERTED, path.toString(), null)));
        placements.stream().sorted(Comparator.comparing(Placement::slug)).forEach(this::put);
        return change();
    }

    /** Those who leave, and those who stay in another role. */
    private Set<String> gone(List<Placement> placements, Set<String> leaving) {
        Set<String> gone = new HashSet<>(leaving);
        for (Placement placement : placements) {
            MarkedPart.Kind had = parts.get(placement.slug());
            boolean hadWhole = placement.slug().equals(whole);
            if ((had != null && had != placement.kind()) || (hadWhole && placement.kind() != null)) {
                gone.add(placement.slug());
            }
        }
        return gone;
    }

    /** Starts from another content when the whole file changes hands, and takes the parts along that stay. */
    private void rebase(List<Placement> placements, Set<String> gone) throws InjectableRejectedException, IOException {
        Placement newWhole = placements.stream()
                .filter(placement -> placement.kind() == null)
                .findFirst()
                .orElse(null);
        MarkedText from = text;
        if (newWhole != null) {
            text = new MarkedText(path.fileName(), newWhole.injectable().bytesAsText());
            whole = newWhole.slug();
        } else if (whole != null && gone.contains(whole)) {
            text = new MarkedText(path.fileName(), stoodBefore());
            whole = null;
        } else {
            return;
        }
        for (Map.Entry<String, MarkedPart.Kind> part : new TreeMap<>(parts).entrySet()) {
            boolean asked =
                    placements.stream().anyMatch(placement -> placement.slug().equals(part.getKey()));
            if (gone.contains(part.getKey()) || (!asked && !takeAlong(from, part.getKey(), part.getValue()))) {
                parts.remove(part.getKey());
            }
        }
    }

    private String stoodBefore() throws InjectableRejectedException, IOException {
        if (!requireOld().isUnmodified(current.state())) {
            throw changedByOthers();
        }
        return backups.read(requireOld().original());
    }

    private static InjectableRejectedException changedByOthers() {
        return new InjectableRejectedException("its target was changed by someone else since, and is left as it is");
    }

    private boolean takeAlong(MarkedText from, String slug, MarkedPart.Kind kind) {
        try {
            String content = from.content(kind, slug);
            if (content == null) {
                return false;
            }
            text = text.with(new MarkedPart(slug, kind, content));
            return true;
        } catch (InjectableRejectedException lost) {
            return false;
        }
    }

    private void remove(String slug) throws InjectableRejectedException, IOException {
        MarkedPart.Kind kind = parts.remove(slug);
        if (kind != null) {
            text = without(text, slug, kind);
        }
    }

    /** Without a part; between markers that are not ours stands again what stood there. */
    private MarkedText without(MarkedText from, String slug, MarkedPart.Kind kind)
            throws InjectableRejectedException, IOException {
        if (kind != MarkedPart.Kind.INJECT) {
            return from.without(kind, slug);
        }
        if (from.content(kind, slug) == null) {
            return from;
        }
        String stood = new MarkedText(path.fileName(), backups.read(requireOld().original())).content(kind, slug);
        return from.with(new MarkedPart(slug, kind, stood == null ? "" : stood));
    }

    private void put(Placement placement) {
        MarkedPart.Kind kind = placement.kind();
        if (kind == null) {
            outcomes.put(
                    placement.slug(), InjectableOutcome.of(placement.injectable(), InjectableOutcome.Status.WRITTEN));
            return;
        }
        try {
            MarkedText with = text.with(placement.part(kind));
            boolean stood =
                    Objects.equals(with.content(kind, placement.slug()), presentContent(kind, placement.slug()));
            text = with;
            parts.put(placement.slug(), kind);
            outcomes.put(
                    placement.slug(),
                    InjectableOutcome.of(
                            placement.injectable(),
                            stood ? InjectableOutcome.Status.UNCHANGED : InjectableOutcome.Status.WRITTEN));
        } catch (InjectableRejectedException refusal) {
            outcomes.put(placement.slug(), InjectableOutcome.rejected(placement.injectable(), refusal.reason()));
        }
    }

    private @Nullable String presentContent(MarkedPart.Kind kind, String slug) {
        try {
            return new MarkedText(path.fileName(), current.text()).content(kind, slug);
        } catch (InjectableRejectedException unclear) {
            return null;
        }
    }

    private FileChange change() throws InjectableRejectedException, IOException {
        boolean nobody = whole == null && parts.isEmpty();
        String result = nobody && current.isAbsent() ? null : text.text();
        boolean touched = !FileChange.hash(result).equals(current.state().hash());
        if (nobody || (old == null && !touched)) {
            return new FileChange(path, current, result, permissions(), old, null, null, reported(touched));
        }
        boolean known = old != null && old.isUnmodified(current.state());
        ManifestEntry.FileState original = known ? requireOld().original() : stripped();
        SortedSet<String> written = new TreeSet<>(Set.of(FileChange.hash(result)));
        ManifestEntry record = new ManifestEntry(original, written, whole, parts);
        String backup = known || original.isAbsent() ? null : strippedText();
        return new FileChange(path, current, result, permissions(), old, record, backup, reported(touched));
    }

    /** A whole file is unchanged when nothing in it is changed. */
    private List<InjectableOutcome> reported(boolean touched) {
        List<InjectableOutcome> reported = new ArrayList<>();
        for (InjectableOutcome outcome : outcomes.values()) {
            boolean unchanged = !touched && outcome.status() == InjectableOutcome.Status.WRITTEN;
            reported.add(
                    unchanged
                            ? new InjectableOutcome(
                                    outcome.slug(), InjectableOutcome.Status.UNCHANGED, outcome.targetPath(), null)
                            : outcome);
        }
        return reported;
    }

    /** What of the present permissions is the owner's. */
    private String permissions() {
        String permissions = current.state().permissions();
        return permissions.isEmpty() ? "" : permissions.substring(0, 3) + OWNER_PERMISSIONS.substring(3);
    }

    private ManifestEntry.FileState stripped() throws IOException {
        return current.isAbsent()
                ? ManifestEntry.FileState.NONE
                : new ManifestEntry.FileState(
                        FileChange.hash(strippedText()), current.state().permissions());
    }

    /** The file without any of the parts that we have in it; as it is where they cannot be made out. */
    private String strippedText() throws IOException {
        MarkedText stripped = new MarkedText(path.fileName(), current.text());
        if (old != null) {
            for (Map.Entry<String, MarkedPart.Kind> part : old.parts().entrySet()) {
                try {
                    stripped = without(stripped, part.getKey(), part.getValue());
                } catch (InjectableRejectedException unclear) {
                    return current.text();
                }
            }
        }
        return stripped.text();
    }

    /** Everything of ours goes. */
    private FileChange release() throws InjectableRejectedException, IOException {
        ManifestEntry record = requireOld();
        ManifestEntry.FileState original = record.original();
        if (current.state().hash().equals(original.hash())) {
            return released(
                    current.isAbsent() ? null : current.text(), current.state().permissions());
        }
        if (record.isUnmodified(current.state())) {
            return released(original.isAbsent() ? null : backups.read(original), original.permissions());
        }
        if (record.wholeFileSlug() != null) {
            throw changedByOthers();
        }
        for (String slug : record.parts().keySet()) {
            remove(slug);
        }
        boolean empty = text.text().isEmpty() && original.isAbsent();
        return released(empty ? null : text.text(), current.state().permissions());
    }

    private FileChange released(@Nullable String result, String permissions) {
        boolean touched = !FileChange.hash(result).equals(current.state().hash());
        InjectableOutcome.Status action =
                touched ? InjectableOutcome.Status.REVERTED : InjectableOutcome.Status.UNCHANGED;
        List<InjectableOutcome> reported = requireOld().slugs().stream()
                .map(slug -> new InjectableOutcome(slug, action, path.toString(), null))
                .toList();
        return new FileChange(path, current, result, permissions, old, null, null, reported);
    }

    private ManifestEntry requireOld() {
        if (old == null) {
            throw new IllegalStateException("nothing is remembered of " + path);
        }
        return old;
    }
}
