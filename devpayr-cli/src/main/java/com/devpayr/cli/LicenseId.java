package com.devpayr.cli;

import picocli.CommandLine.Parameters;

/** The arguments that name a license. */
final class LicenseId {
    @Parameters(
            index = "0",
            paramLabel = "PROJECT",
            converter = Conversions.Id.class,
            description = "ID of the project, see 'devpayr projects list'.")
    long project;

    @Parameters(
            index = "1",
            paramLabel = "LICENSE",
            converter = Conversions.Id.class,
            description = "ID of the license, see 'devpayr licenses list'.")
    long license;
}
