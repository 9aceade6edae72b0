package com.devpayr.injectables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a set of placements uses, to find those that get in each other's way. */
final class TargetConflicts {
    private final Map<String, Set<TargetPath>> spellings = new HashMap<>();
    private final Map<TargetPath, Integer> wholes = new HashMap<>();
    private final Set<TargetPath> files = new HashSet<>();
    private final Set<TargetPath> folders = new HashSet<>();

    TargetConflicts(List<Placement> placements) {
        for (Placement placement : placements) {
            TargetPath path = placement.path();
            files.add(path);
            for (int depth = 1; depth <= path.names().size(); depth++) {
                TargetPath prefix = path.prefix(depth);
                spellings
                        .computeIfAbsent(TargetPath.collisionKey(prefix.toString()), folded -> new HashSet<>())
                        .add(prefix);
                if (depth < path.names().size()) {
                    folders.add(prefix);
                }
            }
            if (placement.kind() == null) {
                wholes.merge(path, 1, Integer::sum);
            }
        }
    }

    /** Why a placement cannot be served beside the others; null when it can. */
    @Nullable
    String conflictOf(Placement placement) {
        TargetPath path = placement.path();
        if (placement.kind() == null && wholes.getOrDefault(path, 0) > 1) {
            return "another in the same set writes the same target";
        }
        if (folders.contains(path)) {
            return "another in the same set needs its target to be a folder";
        }
        for (int depth = 1; depth <= path.names().size(); depth++) {
            TargetPath prefix = path.prefix(depth);
            if (depth < path.names().size() && files.contains(prefix)) {
                return "another in the same set needs a folder of its target to be a file";
            }
            if (spellings
                            .getOrDefault(TargetPath.collisionKey(prefix.toString()), Set.of())
                            .size()
                    > 1) {
                return "another in the same set has a target that differs only by case or Unicode form";
            }
        }
        return null;
    }
}
