package com.devpayr.internal.policy;

/** Information about this build of the library. */
final class BuildInfo {
    /** This library's version. */
    static final String VERSION = "${project.version}";

    private BuildInfo() {}
}
