package com.devpayr.enforcement;

import java.util.List;
import java.util.stream.Stream;

/** A list of path patterns. Each also matches in its normalized form, such as without a trailing slash. */
final class PathPatterns {
    private final List<PathPattern> patterns;

    PathPatterns(List<String> globs) {
        this.patterns = globs.stream()
                .flatMap(glob -> Stream.of(glob, PathForms.canonical(glob)))
                .distinct()
                .map(PathPattern::of)
                .toList();
    }

    boolean matches(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
