package com.devpayr.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself, with the options that every command accepts. */
@Command(
        name = "devpayr",
        description = "Manages projects, licenses, domains and injectables at DevPayr, and checks licenses.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  devpayr projects list",
            "  devpayr provision --project acme-photos --domain photos.example.com --license \"Jane Doe\"",
            "  devpayr licenses revoke 7 12",
            "  devpayr check --domain photos.example.com",
            "",
            "Credentials are read from DEVPAYR_API_KEY and DEVPAYR_LICENSE_KEY, or from the files that",
            "DEVPAYR_API_KEY_FILE and DEVPAYR_LICENSE_KEY_FILE refer to, or from a prompt; never from arguments."
        })
final class RootCommand {
    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Prints JSON: one document, or one line per row of a list.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Prints only IDs, or the verdict.")
    boolean quiet;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Base URL of the API. Default: DEVPAYR_BASE_URL, or DevPayr itself.")
    @Nullable
    String baseUrl;

    @Option(
            names = "--allow-plain-http",
            scope = ScopeType.INHERIT,
            description =
                    "Allows a plain http base URL for hosts other than localhost. Credentials are then sent unencrypted.")
    boolean allowPlainHttp;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Prints the stack trace of an error.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Prints this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    boolean version;
}
