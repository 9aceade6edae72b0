package com.devpayr.injectables;

import java.io.IOException;
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
 * Composes the new content of one target: the base text, which is the existing file or the injectable that writes the
 * whole file, and the parts of all other injectables.
 */
final class TargetComposer {
    private final TargetPath path;
    private final CurrentFile current;
    private final @Nullable ManifestEntry previous;
    private final Backups backups;
    private final boolean keepsPermissions;
    private final SortedMap<String, MarkedPart.Kind> parts;
    private final Map<String, InjectableOutcome> outcomes = new TreeMap<>();
    private @Nullable String wholeFileSlug;
    private MarkedText text;

    TargetComposer(
            TargetPath path,
            CurrentFile current,
            @Nullable ManifestEntry previous,
            Backups backups,
            boolean keepsPermissions) {
        this.path = path;
        this.current = current;
        this.previous = previous;
        this.backups = backups;
        this.keepsPermissions = keepsPermissions;
        this.parts = new TreeMap<>(previous == null ? Map.of() : previous.parts());
        this.wholeFileSlug = previous == null ? null : previous.wholeFileSlug();
        this.text = markedText(current.text());
    }

    /** The backups of original contents. */
    interface Backups {
        /** Returns an original content as {@link Latin1} text; empty when the file was absent. */
        String read(FileState original) throws InjectableRejectedException, IOException;
    }

    /**
     * Returns the change that applies the placements and removes injectables.
     *
     * @param placements the injectables to apply, at most one of them as the whole file
     * @param removed the slugs of the injectables to remove
     * @throws InjectableRejectedException when an injectable cannot be removed
     */
    FileChange compose(List<Placement> placements, Set<String> removed)
            throws InjectableRejectedException, IOException {
        Set<String> obsolete = obsoleteSlugs(placements, removed);
        if (placements.isEmpty() && previous != null && obsolete.containsAll(previous.slugs())) {
            return revert();
        }
        replaceBaseText(placements, obsolete);
        for (String slug : obsolete) {
            removePart(slug);
        }
        removed.forEach(slug -> outcomes.put(slug, outcome(slug, InjectableOutcome.Status.REVERTED)));
        placements.stream().sorted(Comparator.comparing(Placement::slug)).forEach(this::apply);
        return change();
    }

    /** Returns the removed slugs and those that stay in the file, but in another place than before. */
    private Set<String> obsoleteSlugs(List<Placement> placements, Set<String> removed) {
        Set<String> obsolete = new HashSet<>(removed);
        for (Placement placement : placements) {
            MarkedPart.Kind oldKind = parts.get(placement.slug());
            boolean wasWholeFile = placement.slug().equals(wholeFileSlug);
            if ((oldKind != null && oldKind != placement.kind()) || (wasWholeFile && placement.kind() != null)) {
                obsolete.add(placement.slug());
            }
        }
        return obsolete;
    }

    /** Replaces the base text if another injectable writes the whole file now, or none. Parts that stay are kept. */
    private void replaceBaseText(List<Placement> placements, Set<String> obsolete)
            throws InjectableRejectedException, IOException {
        Placement wholeFile = placements.stream()
                .filter(placement -> placement.kind() == null)
                .findFirst()
                .orElse(null);
        MarkedText oldText = text;
        if (wholeFile != null) {
            text = markedText(wholeFile.injectable().latin1());
            wholeFileSlug = wholeFile.slug();
        } else if (wholeFileSlug != null && obsolete.contains(wholeFileSlug)) {
            text = markedText(originalText());
            wholeFileSlug = null;
        } else {
            return;
        }
        for (Map.Entry<String, MarkedPart.Kind> part : new TreeMap<>(parts).entrySet()) {
            String slug = part.getKey();
            boolean placed =
                    placements.stream().anyMatch(placement -> placement.slug().equals(slug));
            if (obsolete.contains(slug) || (!placed && !copyPart(oldText, slug, part.getValue()))) {
                parts.remove(slug);
            }
        }
    }

    private String originalText() throws InjectableRejectedException, IOException {
        if (!requirePrevious().isUnmodified(current.state())) {
            throw modified();
        }
        return backups.read(requirePrevious().original());
    }

    private static InjectableRejectedException modified() {
        return new InjectableRejectedException("the target was modified after the injectable was applied");
    }

    /** Copies a part of the old text to the new one and returns true, or returns false when it is no longer there. */
    private boolean copyPart(MarkedText oldText, String slug, MarkedPart.Kind kind) {
        try {
            String content = oldText.content(kind, slug);
            if (content == null) {
                return false;
            }
            text = text.with(new MarkedPart(slug, kind, content));
            return true;
        } catch (InjectableRejectedException lost) {
            return false;
        }
    }

    private void removePart(String slug) throws InjectableRejectedException, IOException {
        MarkedPart.Kind kind = parts.remove(slug);
        if (kind != null) {
            text = without(text, slug, kind);
        }
    }

    /** Returns a text without a part. Between markers of the original file, the original content is restored. */
    private MarkedText without(MarkedText from, String slug, MarkedPart.Kind kind)
            throws InjectableRejectedException, IOException {
        if (kind != MarkedPart.Kind.INJECT) {
            return from.without(kind, slug);
        }
        if (from.content(kind, slug) == null) {
            return from;
        }
        String original = markedText(backups.read(requirePrevious().original())).content(kind, slug);
        return from.with(new MarkedPart(slug, kind, original == null ? "" : original));
    }

    private void apply(Placement placement) {
        MarkedPart.Kind kind = placement.kind();
        if (kind == null) {
            report(placement, InjectableOutcome.Status.WRITTEN);
            return;
        }
        String slug = placement.slug();
        try {
            MarkedText newText = text.with(placement.part(kind));
            boolean unchanged = Objects.equals(newText.content(kind, slug), currentContent(kind, slug));
            text = newText;
            parts.put(slug, kind);
            report(placement, unchanged ? InjectableOutcome.Status.UNCHANGED : InjectableOutcome.Status.WRITTEN);
        } catch (InjectableRejectedException rejection) {
            outcomes.put(slug, InjectableOutcome.rejected(placement.injectable(), rejection.reason()));
        }
    }

    private void report(Placement placement, InjectableOutcome.Status status) {
        outcomes.put(placement.slug(), InjectableOutcome.of(placement.injectable(), status));
    }

    private @Nullable String currentContent(MarkedPart.Kind kind, String slug) {
        try {
            return markedText(current.text()).content(kind, slug);
        } catch (InjectableRejectedException ambiguous) {
            return null;
        }
    }

    private FileChange change() throws InjectableRejectedException, IOException {
        boolean unused = wholeFileSlug == null && parts.isEmpty();
        String newText = unused && current.isAbsent() ? null : text.text();
        boolean changed = current.state().differsFrom(newText);
        List<InjectableOutcome> reported = reportedOutcomes(changed);
        if (unused || (previous == null && !changed)) {
            return new FileChange(path, current, newText, permissions(), previous, null, null, reported);
        }
        boolean originalKnown = previous != null && previous.isUnmodified(current.state());
        FileState original = originalKnown ? requirePrevious().original() : stateWithoutParts();
        SortedSet<String> writtenHashes = new TreeSet<>(Set.of(FileState.hashOf(newText)));
        ManifestEntry updated = new ManifestEntry(original, writtenHashes, wholeFileSlug, parts);
        String backup = originalKnown || original.isAbsent() ? null : textWithoutParts();
        return new FileChange(path, current, newText, permissions(), previous, updated, backup, reported);
    }

    /** Returns the outcomes. An injectable that is the whole file is unchanged when nothing in the file changes. */
    private List<InjectableOutcome> reportedOutcomes(boolean changed) {
        return outcomes.values().stream()
                .map(outcome -> !changed && outcome.status() == InjectableOutcome.Status.WRITTEN
                        ? InjectableOutcome.of(outcome.slug(), InjectableOutcome.Status.UNCHANGED, outcome.targetPath())
                        : outcome)
                .toList();
    }

    /** Returns the current permissions, unless they are to be kept of the owner only; empty when the file has none. */
    private String permissions() {
        String permissions = current.state().permissions();
        return permissions.isEmpty() || keepsPermissions ? permissions : permissions.substring(0, 3) + "------";
    }

    private FileState stateWithoutParts() throws IOException {
        return current.isAbsent()
                ? FileState.ABSENT
                : new FileState(
                        FileState.hashOf(textWithoutParts()), current.state().permissions());
    }

    /** Returns the current content without the parts that were applied; with them when they cannot be removed. */
    private String textWithoutParts() throws IOException {
        MarkedText remaining = markedText(current.text());
        if (previous != null) {
            for (Map.Entry<String, MarkedPart.Kind> part : previous.parts().entrySet()) {
                try {
                    remaining = without(remaining, part.getKey(), part.getValue());
                } catch (InjectableRejectedException ambiguous) {
                    return current.text();
                }
            }
        }
        return remaining.text();
    }

    /** Returns the change that removes all injectables from the target. */
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
            throw modified();
        }
        for (String slug : entry.parts().keySet()) {
            removePart(slug);
        }
        boolean empty = text.text().isEmpty() && original.isAbsent();
        return reverted(empty ? null : text.text(), current.state().permissions());
    }

    private FileChange reverted(@Nullable String newText, String permissions) {
        boolean changed = current.state().differsFrom(newText);
        InjectableOutcome.Status status =
                changed ? InjectableOutcome.Status.REVERTED : InjectableOutcome.Status.UNCHANGED;
        List<InjectableOutcome> reported = requirePrevious().slugs().stream()
                .map(slug -> outcome(slug, status))
                .toList();
        return new FileChange(path, current, newText, permissions, previous, null, null, reported);
    }

    private InjectableOutcome outcome(String slug, InjectableOutcome.Status status) {
        return InjectableOutcome.of(slug, status, path.toString());
    }

    private MarkedText markedText(String content) {
        return new MarkedText(path.fileName(), content);
    }

    private ManifestEntry requirePrevious() {
        if (previous == null) {
            throw new IllegalStateException("no manifest entry for " + path);
        }
        return previous;
    }
}
