package com.devpayr.enforcement;

import java.util.List;
import java.util.regex.Pattern;

/** Path patterns: {@code *} matches within a segment, {@code /**} any number of segments. */
final class PathPatterns {
    private final List<Pattern> patterns;

    PathPatterns(List<String> globs) {
        this.patterns = globs.stream().map(PathPatterns::compile).toList();
    }

    boolean matches(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            if (glob.startsWith("/**", i)) {
                regex.append("(/.*)?");
                i += 3;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^/]*");
                i++;
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
