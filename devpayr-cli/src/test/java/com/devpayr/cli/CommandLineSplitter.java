package com.devpayr.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a command line at spaces outside of quotes. */
final class CommandLineSplitter {
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private CommandLineSplitter() {}

    static List<String> split(String command) {
        return ARGUMENT.matcher(command)
                .results()
                .map(CommandLineSplitter::value)
                .toList();
    }

    private static String value(MatchResult match) {
        for (int group = 1; group < 3; group++) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        return match.group(3);
    }
}
