package com.devpayr.testkit.internal.platform;

import java.time.Instant;

/** A stored resource of a project, with a name that is unique in the project. */
abstract class ProjectResourceRow extends Row {
    final ProjectRow project;

    ProjectResourceRow(long id, Instant createdAt, ProjectRow project) {
        super(id, createdAt);
        this.project = project;
    }

    /** Returns the name that is unique in the project. */
    abstract String nameInProject();

    @Override
    final long parentId() {
        return project.id;
    }

    @Override
    final String uniqueName() {
        return uniqueName(project, nameInProject());
    }

    /** Returns the name, unique in the table, of the resource with a name in a project. */
    static String uniqueName(ProjectRow project, String name) {
        return project.id + "/" + name;
    }
}
