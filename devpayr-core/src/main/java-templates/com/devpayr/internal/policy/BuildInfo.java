package com.devpayr.internal.policy;

/** What the build knows about this library. */
final class BuildInfo {
    /** This library's version. */
    static final String VERSION = "${project.version}";

    private BuildInfo() {}
}
