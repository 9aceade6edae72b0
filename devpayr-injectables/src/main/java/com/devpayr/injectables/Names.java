package com.devpayr.injectables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a set of requests uses, to find those that get in each other's way. */
final class Names {
    private final Map<String, Set<TargetPath>> spellings = new HashMap<>();
    private final Map<TargetPath, Integer> wholes = new HashMap<>();
    private final Set<TargetPath> files = new HashSet<>();
    private final Set<TargetPath> folders = new HashSet<>();

    Names(List<Request> requests) {
        for (Request request : requests) {
            TargetPath path = request.path();
            files.add(path);
            for (int depth = 1; depth <= path.names().size(); depth++) {
                TargetPath prefix = path.first(depth);
                spellings
                        .computeIfAbsent(TargetPath.fold(prefix.toString()), folded -> new HashSet<>())
                        .add(prefix);
                if (depth < path.names().size()) {
                    folders.add(prefix);
                }
            }
            if (request.kind() == null) {
                wholes.merge(path, 1, Integer::sum);
            }
        }
    }

    /** Why a request cannot be served beside the others; null when it can. */
    @Nullable
    String rivalry(Request request) {
        TargetPath path = request.path();
        if (request.kind() == null && wholes.getOrDefault(path, 0) > 1) {
            return "another in the same set writes the same target";
        }
        if (folders.contains(path)) {
            return "another in the same set needs its target to be a folder";
        }
        for (int depth = 1; depth <= path.names().size(); depth++) {
            TargetPath prefix = path.first(depth);
            if (depth < path.names().size() && files.contains(prefix)) {
                return "another in the same set needs a folder of its target to be a file";
            }
            if (spellings
                            .getOrDefault(TargetPath.fold(prefix.toString()), Set.of())
                            .size()
                    > 1) {
                return "another in the same set has a target that differs only by case or Unicode form";
            }
        }
        return null;
    }
}
