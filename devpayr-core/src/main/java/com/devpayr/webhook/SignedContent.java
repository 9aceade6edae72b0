package com.devpayr.webhook;

import com.devpayr.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template of the content that a signature covers, such as {@code {timestamp}.{body}}. */
final class SignedContent {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> NAMES = Set.of("timestamp", "id", "body");

    private final String template;
    private final List<Part> parts = new ArrayList<>();

    /** @param name the name of a placeholder, or empty for literal text */
    private record Part(String name, String text) {}

    private SignedContent(String template) {
        this.template = template;
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            parts.add(new Part("", template.substring(end, placeholder.start())));
            parts.add(new Part(placeholder.group(1), ""));
            end = placeholder.end();
        }
        parts.add(new Part("", template.substring(end)));
    }

    /**
     * Parses a template.
     *
     * @throws ConfigurationException if it has an unknown placeholder, or does not contain the body once
     */
    static SignedContent parse(String template) {
        SignedContent content = new SignedContent(template);
        for (Part part : content.parts) {
            if (!part.name.isEmpty() && !NAMES.contains(part.name)) {
                throw new ConfigurationException(
                        "signedContent", "contains {" + part.name + "}; use {timestamp}, {id} and {body}");
            }
        }
        if (content.parts.stream().filter(part -> part.name.equals("body")).count() != 1) {
            throw new ConfigurationException("signedContent", "is \"" + template + "\"; it must contain {body} once");
        }
        return content;
    }

    boolean contains(String placeholder) {
        return parts.stream().anyMatch(part -> part.name.equals(placeholder));
    }

    byte[] of(String timestamp, String id, byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(body.length + template.length() + timestamp.length());
        for (Part part : parts) {
            switch (part.name) {
                case "timestamp" -> content.writeBytes(timestamp.getBytes(StandardCharsets.UTF_8));
                case "id" -> content.writeBytes(id.getBytes(StandardCharsets.UTF_8));
                case "body" -> content.writeBytes(body);
                default -> content.writeBytes(part.text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return content.toByteArray();
    }

    @Override
    public String toString() {
        return template;
    }
}
