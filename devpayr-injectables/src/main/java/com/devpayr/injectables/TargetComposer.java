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
    private final @Nullable ManifestEntry previous;
    private final Backups backups;
    private final SortedMap<String, MarkedPart.Kind> parts;
    private final Map<String, InjectableOutcome> outcomes = new TreeMap<>();
    private @Nullable String wholeFileSlug;
    private MarkedText text;

    TargetComposer(TargetPath path, CurrentFile current, @Nullable ManifestEntry previous, Backups backups) {
        this.path = path;
        this.current = current;
        this.previous = previous;
        this.backups = backups;
        this.parts = new TreeMap<>(previous == null ? Map.of() : previous.parts());
        this.wholeFileSlug = previous == null ? null : previous.wholeFileSlug();
        this.text = new MarkedText(path.fileName(), current.text());
    }

    /** Reads what a target held before. */
    interface Backups {
        String read(FileState original) throws InjectableRejectedException, IOException;
    }

    /**
     * The change that serves the placements and takes back what those who leave have here.
     *
     * @param placements at most one of them for the whole file
     */
    FileChange compose(List<Placement> placements, Set<String> leaving)
            throws InjectableRejectedException, IOException {
        Set<String> removed = removed(placements, leaving);
        if (placements.isEmpty() && previous != null && removed.containsAll(previous.slugs())) {
            return revert();
        }
        replaceBaseText(placements, removed);
        for (String slug : removed) {
            remove(slug);
        }
        leaving.forEach(slug -> outcomes.put(
                slug, new InjectableOutcome(slug, InjectableOutcome.Status.REVERTED, path.toString(), null)));
        placements.stream().sorted(Comparator.comparing(Placement::slug)).forEach(this::apply);
        return change();
    }

    /** Those who leave, and those who stay in another role. */
    private Set<String> removed(List<Placement> placements, Set<String> leaving) {
        Set<String> removed = new HashSet<>(leaving);
        for (Placement placement : placements) {
            MarkedPart.Kind had = parts.get(placement.slug());
            boolean hadWholeFile = placement.slug().equals(wholeFileSlug);
            if ((had != null && had != placement.kind()) || (hadWholeFile && placement.kind() != null)) {
                removed.add(placement.slug());
            }
        }
        return removed;
    }

    /** Starts from another content when the whole file changes hands, and takes the parts along that stay. */
    private void replaceBaseText(List<Placement> placements, Set<String> removed)
            throws InjectableRejectedException, IOException {
        Placement newWholeFile = placements.stream()
                .filter(placement -> placement.kind() == null)
                .findFirst()
                .orElse(null);
        MarkedText from = text;
        if (newWholeFile != null) {
            text = new MarkedText(path.fileName(), newWholeFile.injectable().bytesAsText());
            wholeFileSlug = newWholeFile.slug();
        } else if (wholeFileSlug != null && removed.contains(wholeFileSlug)) {
            text = new MarkedText(path.fileName(), originalText());
            wholeFileSlug = null;
        } else {
            return;
        }
        for (Map.Entry<String, MarkedPart.Kind> part : new TreeMap<>(parts).entrySet()) {
            boolean asked =
                    placements.stream().anyMatch(placement -> placement.slug().equals(part.getKey()));
            if (removed.contains(part.getKey()) || (!asked && !carryOver(from, part.getKey(), part.getValue()))) {
                parts.remove(part.getKey());
            }
        }
    }

    private String originalText() throws InjectableRejectedException, IOException {
        if (!requirePrevious().isUnmodified(current.state())) {
            throw changedByOthers();
        }
        return backups.read(requirePrevious().original());
    }

    private static InjectableRejectedException changedByOthers() {
        return new InjectableRejectedException("its target was changed by someone else since, and is left as it is");
    }

    private boolean carryOver(MarkedText from, String slug, MarkedPart.Kind kind) {
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
        String existing =
                new MarkedText(path.fileName(), backups.read(requirePrevious().original())).content(kind, slug);
        return from.with(new MarkedPart(slug, kind, existing == null ? "" : existing));
    }

    private void apply(Placement placement) {
        MarkedPart.Kind kind = placement.kind();
        if (kind == null) {
            outcomes.put(
                    placement.slug(), InjectableOutcome.of(placement.injectable(), InjectableOutcome.Status.WRITTEN));
            return;
        }
        try {
            MarkedText with = text.with(placement.part(kind));
            boolean existing =
                    Objects.equals(with.content(kind, placement.slug()), currentContent(kind, placement.slug()));
            text = with;
            parts.put(placement.slug(), kind);
            outcomes.put(
                    placement.slug(),
                    InjectableOutcome.of(
                            placement.injectable(),
                            existing ? InjectableOutcome.Status.UNCHANGED : InjectableOutcome.Status.WRITTEN));
        } catch (InjectableRejectedException rejection) {
            outcomes.put(placement.slug(), InjectableOutcome.rejected(placement.injectable(), rejection.reason()));
        }
    }

    private @Nullable String currentContent(MarkedPart.Kind kind, String slug) {
        try {
            return new MarkedText(path.fileName(), current.text()).content(kind, slug);
        } catch (InjectableRejectedException unclear) {
            return null;
        }
    }

    private FileChange change() throws InjectableRejectedException, IOException {
        boolean noneLeft = wholeFileSlug == null && parts.isEmpty();
        String result = noneLeft && current.isAbsent() ? null : text.text();
        boolean touched = !FileChange.hash(result).equals(current.state().hash());
        if (noneLeft || (previous == null && !touched)) {
            return new FileChange(path, current, result, permissions(), previous, null, null, reported(touched));
        }
        boolean known = previous != null && previous.isUnmodified(current.state());
        FileState original = known ? requirePrevious().original() : originalState();
        SortedSet<String> written = new TreeSet<>(Set.of(FileChange.hash(result)));
        ManifestEntry entry = new ManifestEntry(original, written, wholeFileSlug, parts);
        String backup = known || original.isAbsent() ? null : textWithoutParts();
        return new FileChange(path, current, result, permissions(), previous, entry, backup, reported(touched));
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

    private FileState originalState() throws IOException {
        return current.isAbsent()
                ? FileState.NONE
                : new FileState(
                        FileChange.hash(textWithoutParts()), current.state().permissions());
    }

    /** The file without any of the parts that we have in it; as it is where they cannot be made out. */
    private String textWithoutParts() throws IOException {
        MarkedText stripped = new MarkedText(path.fileName(), current.text());
        if (previous != null) {
            for (Map.Entry<String, MarkedPart.Kind> part : previous.parts().entrySet()) {
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
    private FileChange revert() throws InjectableRejectedException, IOException {
        ManifestEntry entry = requirePrevious();
        FileState original = entry.original();
        if (current.state().hash().equals(original.hash())) {
            return reverted(
                    current.isAbsent() ? null : current.text(), current.state().permissions());
        }
        if (entry.isUnmodified(current.state())) {
            return reverted(original.isAbsent() ? null : backups.read(original), original.permissions());
        }
        if (entry.wholeFileSlug() != null) {
            throw changedByOthers();
        }
        for (String slug : entry.parts().keySet()) {
            remove(slug);
        }
        boolean empty = text.text().isEmpty() && original.isAbsent();
        return reverted(empty ? null : text.text(), current.state().permissions());
    }

    private FileChange reverted(@Nullable String result, String permissions) {
        boolean touched = !FileChange.hash(result).equals(current.state().hash());
        InjectableOutcome.Status action =
                touched ? InjectableOutcome.Status.REVERTED : InjectableOutcome.Status.UNCHANGED;
        List<InjectableOutcome> reported = requirePrevious().slugs().stream()
                .map(slug -> new InjectableOutcome(slug, action, path.toString(), null))
                .toList();
        return new FileChange(path, current, result, permissions, previous, null, null, reported);
    }

    private ManifestEntry requirePrevious() {
        if (previous == null) {
            throw new IllegalStateException("nothing is remembered of " + path);
        }
        return previous;
    }
}
