package com.devpayr.architecture.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of a nested builder with their Javadoc summaries. The first of several overloads is used. */
final class BuilderSource {
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|value) #?([^}]*)}");

    private BuilderSource() {}

    static Map<String, String> settings(Path source) throws IOException {
        Matcher setting = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public Builder (\\w+)\\(", Pattern.DOTALL)
                .matcher(Files.readString(source));
        Map<String, String> settings = new LinkedHashMap<>();
        while (setting.find()) {
            settings.putIfAbsent(setting.group(2), summary(setting.group(1)));
        }
        return settings;
    }

    /** Returns the text before the first tag or paragraph, as Markdown. */
    private static String summary(String javadoc) {
        String plain = javadoc.replaceAll("(?m)^\\s*\\* ?", " ").split("@param|@throws|<p>", 2)[0];
        return TAG.matcher(plain.replaceAll("\\s+", " ").strip()).replaceAll("`$1`");
    }
}
