package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.InMemoryDevPayr;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Runs the program in this JVM. */
final class Program {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Map<String, String> environment = new HashMap<>();
    private final Function<DevPayrConfig, DevPayr> clients;
    private UnaryOperator<LicenseGuard.Builder> guards = UnaryOperator.identity();
    private TestTerminal terminal = TestTerminal.none();

    /** The result of a run. */
    record Result(int status, String out, String err) {}

    private Program(Function<DevPayrConfig, DevPayr> clients) {
        this.clients = clients;
    }

    /** Returns a program over a platform in memory, with an API key for all projects. */
    static Program inMemory(InMemoryDevPayr fake) {
        return new Program(fake::connect)
                .with("DEVPAYR_API_KEY", fake.createGlobalKey().reveal());
    }

    /** Returns a program that sends requests, without credentials. */
    static Program overHttp() {
        return new Program(RetrofitDevPayr::create);
    }

    /** Returns a platform whose clock is stopped. */
    static InMemoryDevPayr platform() {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        fake.clock().set(NOW);
        return fake;
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Program without(String variable) {
        environment.remove(variable);
        return this;
    }

    Program guards(UnaryOperator<LicenseGuard.Builder> customizer) {
        this.guards = customizer;
        return this;
    }

    Program on(TestTerminal streams) {
        this.terminal = streams;
        return this;
    }

    /** Runs a command on the terminal set last, which is replaced by pipes afterwards. */
    Result run(String... arguments) {
        TestTerminal current = terminal;
        terminal = TestTerminal.none();
        Cli cli = new Cli(current, SystemEnvironment.of(environment, Map.of()), clients, guards);
        int status = cli.run(arguments);
        return new Result(status, current.output(), current.errors());
    }

    /** Runs a command and returns its output. */
    String output(String... arguments) {
        Result result = run(arguments);
        if (result.status != 0) {
            throw new AssertionError("exit code " + result.status + ": " + result.err);
        }
        return result.out;
    }
}
