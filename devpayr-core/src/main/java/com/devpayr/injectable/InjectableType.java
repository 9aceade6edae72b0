package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

/**
 * What an injectable is.
 *
 * <p>An open set: a value that this version does not know is kept as it came.
 *
 * @param value the wire's word
 */
public record InjectableType(String value) {
    /** A binary file. */
    public static final InjectableType FILE = new InjectableType("file");
    /** A piece of code. */
    public static final InjectableType SNIPPET = new InjectableType("snippet");
    /** HTML. */
    public static final InjectableType HTML = new InjectableType("html");
    /** A script. */
    public static final InjectableType SCRIPT = new InjectableType("script");
    /** A component. */
    public static final InjectableType COMPONENT = new InjectableType("component");
    /** Configuration. */
    public static final InjectableType CONFIG = new InjectableType("config");
    /** JSON. */
    public static final InjectableType JSON = new InjectableType("json");
    /** Markdown. */
    public static final InjectableType MARKDOWN = new InjectableType("markdown");
    /** A style sheet. */
    public static final InjectableType CSS = new InjectableType("css");
    /** A file to include. */
    public static final InjectableType INCLUDE = new InjectableType("include");
    /** A module of an SDK. */
    public static final InjectableType SDK_MODULE = new InjectableType("sdk_module");
    /** Documentation. */
    public static final InjectableType DOCS = new InjectableType("docs");
    /** A template. */
    public static final InjectableType TEMPLATE = new InjectableType("template");

    /** Any value, known or not. */
    public InjectableType {
        requireNonNull(value, "value");
    }

    /** The wire's word. */
    @Override
    public String toString() {
        return value;
    }
}
