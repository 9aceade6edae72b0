package com.devpayr.cli;

import picocli.CommandLine.Parameters;

/** The arguments that name a domain. */
final class DomainId extends ProjectId {
    @Parameters(
            index = "1",
            paramLabel = "DOMAIN",
            converter = Conversions.Id.class,
            description = "ID of the domain, see 'devpayr domains list'.")
    long domain;
}
