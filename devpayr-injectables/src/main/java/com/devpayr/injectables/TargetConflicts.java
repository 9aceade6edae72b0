package com.devpayr.injectables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a set of placements uses, to find those that get in each other's way. */
final class TargetConflicts {
    private final Map<String, Set<TargetPath>> pathsByKey = new HashMap<>();
    private final Map<TargetPath, Integer> wholeFileCounts = new HashMap<>();
    private final Set<TargetPath> targets = new HashSet<>();
    private final Set<TargetPath> parents = new HashSet<>();

    TargetConflicts(List<Placement> placements) {
        for (Placement placement : placements) {
            TargetPath path = placement.path();
            targets.add(path);
            for (int depth = 1; depth <= path.names().size(); depth++) {
                TargetPath prefix = path.prefix(depth);
                pathsByKey
                        .computeIfAbsent(TargetPath.collisionKey(prefix.toString()), folded -> new HashSet<>())
                        .add(prefix);
                if (depth < path.names().size()) {
                    parents.add(prefix);
                }
            }
            if (placement.kind() == null) {
                wholeFileCounts.merge(path, 1, Integer::sum);
            }
        }
    }

    /** Why a placement cannot be served beside the others; null when it can. */
    @Nullable
    String conflictOf(Placement placement) {
        TargetPath path = placement.path();
        if (placement.kind() == null && wholeFileCounts.getOrDefault(path, 0) > 1) {
            return "another in the same set writes the same target";
        }
        if (parents.contains(path)) {
            return "another in the same set needs its target to be a folder";
        }
        for (int depth = 1; depth <= path.names().size(); depth++) {
            TargetPath prefix = path.prefix(depth);
            if (depth < path.names().size() && targets.contains(prefix)) {
                return "another in the same set needs a folder of its target to be a file";
            }
            if (pathsByKey
                            .getOrDefault(TargetPath.collisionKey(prefix.toString()), Set.of())
                            .size()
                    > 1) {
                return "another in the same set has a target that differs only by case or Unicode form";
            }
        }
        return null;
    }
}
