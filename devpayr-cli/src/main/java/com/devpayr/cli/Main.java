package com.devpayr.cli;

import com.devpayr.config.SystemEnvironment;
import com.devpayr.retrofit.RetrofitDevPayr;
import java.util.function.UnaryOperator;

/** The entry point: {@code java -jar devpayr-cli.jar licenses list 7}. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with one of the documented exit codes. */
    public static void main(String[] arguments) {
        Cli cli = new Cli(
                SystemTerminal.create(), SystemEnvironment.system(), RetrofitDevPayr::create, UnaryOperator.identity());
        System.exit(cli.run(arguments));
    }
}
