package com.devpayr.testkit.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses multipart forms. Parts with a file name become byte arrays, all others strings. */
final class MultipartParser {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private MultipartParser() {}

    static Map<String, @Nullable Object> fields(String contentType, byte[] body) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return fields;
        }
        // Latin-1 maps each byte to one character, so positions in the text are positions in the body.
        String text = "\r\n" + new String(body, ISO_8859_1);
        String delimiter = "\r\n--" + boundary.group(1);
        int start = text.indexOf(delimiter);
        int end = text.indexOf(delimiter, start + 1);
        while (start >= 0 && end >= 0) {
            addPart(fields, text.substring(start + delimiter.length(), end));
            start = end;
            end = text.indexOf(delimiter, start + 1);
        }
        return fields;
    }

    private static void addPart(Map<String, @Nullable Object> fields, String part) {
        int headersEnd = part.indexOf(END_OF_HEADERS);
        if (headersEnd < 0) {
            return;
        }
        String headers = part.substring(0, headersEnd);
        byte[] content = part.substring(headersEnd + END_OF_HEADERS.length()).getBytes(ISO_8859_1);
        Matcher name = NAME.matcher(headers);
        if (name.find()) {
            fields.put(name.group(1), headers.contains("filename=") ? content : new String(content, UTF_8));
        }
    }
}
