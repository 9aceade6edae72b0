package com.devpayr.cli;

import picocli.CommandLine.Parameters;

/** The arguments that name a license. */
final class LicenseId extends ProjectId {
    @Parameters(
            index = "1",
            paramLabel = "LICENSE",
            converter = Conversions.Id.class,
            description = "ID of the license, see 'devpayr licenses list'.")
    long license;
}
