package com.devpayr.injectables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conflicts between the target paths of a set: placements that cannot all be applied. */
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
                        .computeIfAbsent(prefix.collisionKey(), key -> new HashSet<>())
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

    /** Returns why a placement conflicts with another one; null when it does not. */
    @Nullable
    String conflictOf(Placement placement) {
        TargetPath path = placement.path();
        if (placement.kind() == null && wholeFileCounts.getOrDefault(path, 0) > 1) {
            return "another injectable of the set writes the same target";
        }
        if (parents.contains(path)) {
            return "another injectable of the set needs the target to be a directory";
        }
        for (int depth = 1; depth <= path.names().size(); depth++) {
            TargetPath prefix = path.prefix(depth);
            if (depth < path.names().size() && targets.contains(prefix)) {
                return "another injectable of the set needs a parent directory of the target to be a file";
            }
            if (pathsByKey.getOrDefault(prefix.collisionKey(), Set.of()).size() > 1) {
                return "another injectable of the set has a target path that differs only by case or Unicode form";
            }
        }
        return null;
    }
}
