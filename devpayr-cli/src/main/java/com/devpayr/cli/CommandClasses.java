package com.devpayr.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The classes of the commands by their names, in the order of the help. */
final class CommandClasses {
    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();
    private static final String GENERATE = "generate";

    static {
        ALL.put("projects", ProjectCommands.class);
        ALL.put("licenses", LicenseCommands.class);
        ALL.put("domains", DomainCommands.class);
        ALL.put("injectables", InjectableCommands.class);
        ALL.put("payments", PaymentCommands.class);
        ALL.put("provision", ProvisionCommand.class);
        ALL.put("check", CheckCommand.class);
        ALL.put("watch", WatchCommand.class);
        ALL.put("ping", PingCommand.class);
        ALL.put("config", ConfigCommand.class);
        ALL.put(GENERATE, GenerateCommand.class);
    }

    private CommandClasses() {}

    /**
     * Returns the classes that a command line needs: those of the commands that it names. Reading the annotations of all
     * commands would take about half of the CPU time of a short command. The help of the program and the generated files need all.
     */
    static Collection<Class<?>> neededBy(String... arguments) {
        Map<String, Class<?>> named = new LinkedHashMap<>(ALL);
        named.keySet().retainAll(Arrays.asList(arguments));
        return named.isEmpty() || named.containsKey(GENERATE) ? ALL.values() : named.values();
    }
}
