package com.devpayr.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page in roff, generated from the commands. */
final class ManPage {
    private static final List<String> VARIABLES = List.of(
            "DEVPAYR_API_KEY", "API key of the backend.",
            "DEVPAYR_LICENSE_KEY", "License key for check and watch.",
            "DEVPAYR_SECRET", "Secret of the injectables.",
            "DEVPAYR_WEBHOOK_SECRET", "Secret of the webhooks.",
            "DEVPAYR_DOMAIN", "Domain of the application for check and watch.",
            "DEVPAYR_BASE_URL", "Base URL of the API.");

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandSpec root) {
        ManPage page = new ManPage();
        page.write(root);
        return page.page.toString();
    }

    private void write(CommandSpec root) {
        line(".TH DEVPAYR 1 \"\" \"devpayr " + Version.current() + "\" \"DevPayr\"");
        line(".SH NAME");
        text("devpayr - manages projects and licenses at DevPayr, and checks licenses");
        line(".SH SYNOPSIS");
        text("devpayr [OPTION...] COMMAND");
        line(".SH DESCRIPTION");
        text(description(root));
        line(".SH OPTIONS");
        root.options().forEach(this::option);
        line(".SH COMMANDS");
        leaves(root);
        line(".SH ENVIRONMENT");
        text("With the suffix _FILE, a variable contains the path of a file with the value.");
        for (int i = 0; i < VARIABLES.size(); i += 2) {
            item(VARIABLES.get(i), VARIABLES.get(i + 1));
        }
        line(".SH EXIT STATUS");
        root.usageMessage().exitCodeList().forEach(this::item);
    }

    private void leaves(CommandSpec command) {
        for (CommandLine subcommand : command.subcommands().values()) {
            CommandSpec spec = subcommand.getCommandSpec();
            if (spec.subcommands().isEmpty()) {
                leaf(spec);
            } else {
                leaves(spec);
            }
        }
    }

    private void leaf(CommandSpec command) {
        String parameters = command.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .collect(Collectors.joining(" "));
        line(".SS \"" + escape((command.qualifiedName() + " " + parameters).strip()) + "\"");
        text(description(command));
        command.positionalParameters().forEach(parameter -> item(parameter.paramLabel(), description(parameter)));
        command.options().stream().filter(option -> !option.inherited()).forEach(this::option);
        line(".PP");
        line(".nf");
        Arrays.stream(command.usageMessage().footer()).forEach(this::text);
        line(".fi");
    }

    private void option(OptionSpec option) {
        String names = String.join(", ", option.names());
        String shown = option.negatable() ? names.replaceFirst("^--", "--[no-]") : names;
        boolean hasValue = option.arity().max() > 0 && !option.negatable();
        item(hasValue ? shown + "=" + option.paramLabel() : shown, description(option));
    }

    private void item(String term, String description) {
        line(".TP");
        line(".B " + escape(term));
        text(description);
    }

    /** Writes a text, which must not begin with a control character of roff. */
    private void text(String text) {
        line("\\&" + escape(text));
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
