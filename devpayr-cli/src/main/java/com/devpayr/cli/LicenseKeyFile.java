package com.devpayr.cli;

import com.devpayr.internal.file.OwnerOnlyFile;
import com.devpayr.license.License;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that writes a license key to a file, since output never contains one. */
final class LicenseKeyFile {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Writes the license key to a file that only its owner can read.")
    @Nullable
    Path file;

    /**
     * Writes the file if the option is present.
     *
     * @param retry the command that writes the file again
     * @throws CliException if the file cannot be written
     */
    void write(License license, String retry) {
        if (file == null) {
            return;
        }
        try {
            new OwnerOnlyFile(file.toAbsolutePath())
                    .replace(license.key().reveal().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new CliException(
                    ExitCode.FAILED,
                    "License " + license.id() + " exists, but its key cannot be written to " + file + " ("
                            + failure.getClass().getSimpleName() + "). Check the path, then run '" + retry + "'.");
        }
    }
}
