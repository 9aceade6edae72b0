package com.devpayr.cli;

import picocli.CommandLine.Parameters;

/** The argument that names a project. */
class ProjectId {
    @Parameters(
            index = "0",
            paramLabel = "PROJECT",
            converter = Conversions.Id.class,
            description = "ID of the project, see 'devpayr projects list'.")
    long project;
}
