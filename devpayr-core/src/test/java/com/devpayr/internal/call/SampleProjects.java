package com.devpayr.internal.call;

import com.devpayr.project.Project;

/** A project with arbitrary content. */
final class SampleProjects {
    static final Project SHOP =
            Project.builder(7, "Shop", "shop").isActive(true).hasPaid(true).build();

    private SampleProjects() {}
}
