package com.devpayr.cli;

import com.devpayr.config.SystemEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Rejects arguments that contain a credential, since other users of the machine and the shell's history can see them. */
final class CredentialArguments {
    /** DevPayr's API keys, and license keys, which are UUIDs. */
    private static final Pattern VALUE = Pattern.compile(
            "\\b[gps]k_\\w{4,}|\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b",
            Pattern.CASE_INSENSITIVE);

    /** Options that other programs have for credentials. */
    private static final Pattern OPTION = Pattern.compile(
            "-{1,2}(x-)?(devpayr[-_])?(api[-_]?key|license[-_]?key|webhook[-_]secret|secret|password|token|key)(=.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<String> VARIABLES =
            List.of("DEVPAYR_API_KEY", "DEVPAYR_LICENSE_KEY", "DEVPAYR_SECRET", "DEVPAYR_WEBHOOK_SECRET");

    private CredentialArguments() {}

    /**
     * Returns normally if no argument looks like a credential.
     *
     * @throws CliException with a message that does not contain the argument
     */
    static void reject(SystemEnvironment environment, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (isCredential(environment, arguments[i])) {
                throw CliException.usage(
                        "Argument " + (i + 1) + " looks like a credential. Credentials are not accepted as"
                                + " arguments, since other users and the shell's history can see them: set DEVPAYR_API_KEY or"
                                + " DEVPAYR_LICENSE_KEY, or set the same variable with the suffix _FILE to the path of a file. If the"
                                + " credential is genuine, replace it at DevPayr.");
            }
        }
    }

    private static boolean isCredential(SystemEnvironment environment, String argument) {
        return OPTION.matcher(argument).matches()
                || VALUE.matcher(argument).find()
                || VARIABLES.stream()
                        .map(environment::variable)
                        .filter(Objects::nonNull)
                        .anyMatch(argument::contains);
    }
}
