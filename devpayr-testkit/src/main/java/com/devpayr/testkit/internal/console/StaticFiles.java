package com.devpayr.testkit.internal.console;

import com.devpayr.testkit.internal.platform.PlatformResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The static files of the console, loaded from the class path. */
final class StaticFiles {
    private static final int OK = 200;
    private static final String PAGE = "index.html";
    private static final Pattern FILE = Pattern.compile(ConsoleHandler.BASE_PATH + "([a-z]+\\.[a-z]+)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private StaticFiles() {}

    /** Returns the response with a file, or null if there is no such file. */
    static @Nullable PlatformResponse load(String method, String path) {
        Matcher file = FILE.matcher(path);
        String name = path.equals("/") ? PAGE : file.matches() ? file.group(1) : null;
        return name == null || !method.equals("GET") ? null : read(name);
    }

    private static @Nullable PlatformResponse read(String name) {
        String type = TYPES.get(name.substring(name.indexOf('.') + 1));
        try (InputStream resource = StaticFiles.class.getResourceAsStream(name)) {
            if (resource == null || type == null) {
                return null;
            }
            byte[] bytes = resource.readAllBytes();
            return new PlatformResponse(OK, Map.of("Content-Type", type), () -> new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
