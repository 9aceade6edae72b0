package com.devpayr.benchmarks.load;

import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.caller.Caller;
import com.devpayr.benchmarks.caller.Callers;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Makes the first call of a JVM. Prints the milliseconds from the start of the JVM to the response. */
public final class FirstCall {
    private FirstCall() {}

    /** Runs the program. Arguments: transport, layer and base URL. */
    public static void main(String[] arguments) throws IOException {
        try (Caller caller = Callers.blocking(arguments[0], arguments[1], BenchmarkedOperation.LICENSE, arguments[2])) {
            caller.call();
            System.out.println(System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime());
        }
    }
}
