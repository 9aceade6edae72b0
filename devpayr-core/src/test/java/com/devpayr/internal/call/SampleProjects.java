package com.devpayr.internal.call;

import com.devpayr.project.Project;

/** A project for tests to which its content does not matter. */
final class SampleProjects {
    static final Project SHOP =
            Project.builder(7, "Shop", "shop").isActive(true).hasPaid(true).build();

    private SampleProjects() {}
}
