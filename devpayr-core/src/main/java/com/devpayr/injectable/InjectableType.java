package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

/**
 * The type of an injectable.
 *
 * <p>An open set: values that are unknown to this version are kept unchanged.
 *
 * @param value value in JSON
 */
public record InjectableType(String value) {
    /** A binary file. */
    public static final InjectableType FILE = new InjectableType("file");
    /** A code snippet. */
    public static final InjectableType SNIPPET = new InjectableType("snippet");
    /** An HTML document or fragment. */
    public static final InjectableType HTML = new InjectableType("html");
    /** A script. */
    public static final InjectableType SCRIPT = new InjectableType("script");
    /** A UI component. */
    public static final InjectableType COMPONENT = new InjectableType("component");
    /** Configuration data. */
    public static final InjectableType CONFIG = new InjectableType("config");
    /** A JSON document. */
    public static final InjectableType JSON = new InjectableType("json");
    /** A Markdown document. */
    public static final InjectableType MARKDOWN = new InjectableType("markdown");
    /** A style sheet. */
    public static final InjectableType CSS = new InjectableType("css");
    /** An include file. */
    public static final InjectableType INCLUDE = new InjectableType("include");
    /** A module of an SDK. */
    public static final InjectableType SDK_MODULE = new InjectableType("sdk_module");
    /** Documentation. */
    public static final InjectableType DOCS = new InjectableType("docs");
    /** A template. */
    public static final InjectableType TEMPLATE = new InjectableType("template");

    /** Creates a value, which may be unknown to this version. */
    public InjectableType {
        requireNonNull(value, "value");
    }

    /** Returns the value in JSON. */
    @Override
    public String toString() {
        return value;
    }
}
