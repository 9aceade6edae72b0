package com.devpayr.cli;

import picocli.CommandLine.Parameters;

/** The arguments that name an injectable. */
final class InjectableId extends ProjectId {
    @Parameters(
            index = "1",
            paramLabel = "INJECTABLE",
            converter = Conversions.Id.class,
            description = "ID of the injectable, see 'devpayr injectables list'.")
    long injectable;
}
