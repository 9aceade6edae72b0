package com.devpayr.internal.call;

import com.devpayr.project.Project;
import java.util.Map;

/** A project for tests to which its content does not matter. */
final class SampleProjects {
    static final Project SHOP =
            new Project(7, "Shop", "shop", null, null, null, null, Map.of(), true, true, null, null, null);

    private SampleProjects() {}
}
