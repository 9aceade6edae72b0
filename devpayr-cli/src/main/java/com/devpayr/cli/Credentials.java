package com.devpayr.cli;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.operation.Credential;
import com.devpayr.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads credentials from the environment, a mounted file or a prompt; never from an argument. */
final class Credentials {
    private final Terminal terminal;
    private final SystemEnvironment environment;
    private final List<String> secrets = new ArrayList<>();

    Credentials(Terminal terminal, SystemEnvironment environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /**
     * Adds a credential to a configuration that already reads the environment.
     *
     * @throws CliException if it is not configured and there is no terminal
     */
    void require(Credential credential, DevPayrConfig.Builder builder) {
        if (isSet(credential.variable())) {
            return;
        }
        switch (credential) {
            case API_KEY -> builder.apiKey(prompt("API key", credential.variable()));
            case LICENSE_KEY -> builder.licenseKey(prompt("license key", credential.variable()));
        }
    }

    /**
     * Returns a secret.
     *
     * @param variable the environment variable that contains it, or with the suffix {@code _FILE} the path of its file
     * @param name the name of the secret in messages
     * @throws CliException if it is not configured and there is no terminal
     */
    Secret secret(String variable, String name) {
        Secret secret = Secret.of(secretText(variable, name));
        secrets.add(secret.reveal());
        return secret;
    }

    private String secretText(String variable, String name) {
        String file = environment.variable(variable + "_FILE");
        String value = environment.variable(variable);
        if (value != null && file != null) {
            throw CliException.usage(variable + " and " + variable + "_FILE are both set; unset one of them.");
        }
        if (file != null) {
            return read(variable + "_FILE", file);
        }
        return value == null ? prompt(name, variable) : value;
    }

    /** Returns a text with the secrets that were returned so far masked. */
    String redact(String text) {
        return secrets.stream().reduce(text, (clean, secret) -> clean.replace(secret, "****"));
    }

    boolean isDomainSet() {
        return isSet("DEVPAYR_DOMAIN") || environment.property("devpayr.domain") != null;
    }

    private boolean isSet(String variable) {
        return environment.variable(variable) != null || environment.variable(variable + "_FILE") != null;
    }

    private String prompt(String name, String variable) {
        if (!terminal.canPrompt()) {
            throw CliException.usage("No " + name + ". Set " + variable + ", or set " + variable
                    + "_FILE to the path of a file that contains it. Arguments are not accepted, since other users can see"
                    + " them.");
        }
        String value = terminal.readSecret(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": ");
        if (value == null || value.isBlank()) {
            throw CliException.usage("No " + name + " was entered.");
        }
        return value.strip();
    }

    private static String read(String setting, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw CliException.usage(setting + " refers to a file that cannot be read ("
                    + unreadable.getClass().getSimpleName() + "); check the path and its permissions.");
        }
    }

    /** Returns the description of a setting's source; null if it is not set. */
    @Nullable
    String source(String variable) {
        if (environment.variable(variable) != null) {
            return variable;
        }
        String file = environment.variable(variable + "_FILE");
        return file == null ? null : variable + "_FILE (" + file + ")";
    }
}
