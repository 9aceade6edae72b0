package com.devpayr.spring;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A program that measures how much the starter adds to the startup of an application. Starts pairs of child processes
 * alternately, with and without the starter on the class path. Prints the medians and the median of the differences.
 *
 * <p>Arguments: the number of pairs and the applications ({@code none-backend}, {@code none-licensed}, {@code web-backend},
 * {@code web-licensed}). A backend has an API key; a licensed application also has a license key, and thus a guard.
 */
final class StartUpCost {
    private static final int PAIRS = 21;
    private static final List<String> APPLICATIONS =
            List.of("none-backend", "none-licensed", "web-backend", "web-licensed");

    /** The dependencies of {@code spring-boot-starter}. */
    private static final Pattern SPRING = Pattern.compile(
            "(spring-(boot(-autoconfigure|-starter.*)?|core|beans|context|aop|expression)|micrometer-(commons|observation)"
                    + "|logback-.*|slf4j-api|jul-to-slf4j|log4j-.*|snakeyaml|jspecify|commons-logging"
                    + "|jakarta[.]annotation-api)-[0-9].*");

    private static final String JSON = "jackson-(core|databind)-3|jackson-annotations-";

    /** The additional dependencies of {@code spring-boot-starter-webmvc}. */
    private static final Pattern WEB = Pattern.compile(
            "((spring-(boot-(webmvc|web-server|servlet|tomcat|http-converter)|web|webmvc)|tomcat-.*)-[0-9]|" + JSON
                    + ").*");

    /** The additional dependencies of the DevPayr starter. */
    private static final Pattern STARTER =
            Pattern.compile("((retrofit-.*|okhttp.*|okio.*|kotlin-stdlib|annotations)-[0-9]|" + JSON + ").*");

    private static final Pattern PROJECT_CLASSES =
            Pattern.compile(".*/devpayr-(core|injectables|jackson|okhttp|retrofit|spring-boot-starter)/target/classes");

    private StartUpCost() {}

    /** Runs the measurement, or, with the argument {@code child}, one of its applications. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3 && arguments[0].equals("child")) {
            child(arguments[1], Boolean.parseBoolean(arguments[2]));
            return;
        }
        int pairs = arguments.length == 0 ? PAIRS : Integer.parseInt(arguments[0]);
        List<String> entries = jars();
        for (String application :
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : APPLICATIONS) {
            measure(application, pairs, entries);
        }
    }

    private static void measure(String application, int pairs, List<String> entries)
            throws IOException, InterruptedException {
        List<Start> alone = new ArrayList<>();
        List<Start> with = new ArrayList<>();
        for (int pair = -1; pair < pairs; pair++) {
            Start first = run(application, false, entries);
            Start second = run(application, true, entries);
            if (pair >= 0) { // the first pair warms up caches
                alone.add(first);
                with.add(second);
            }
        }
        System.out.println(application + ", " + pairs + " pairs");
        print("time", "ms", alone, with, Start::millis);
        print("CPU", "ms", alone, with, Start::cpuMillis);
        print("classes", "", alone, with, Start::classes);
    }

    private static void print(
            String what, String unit, List<Start> alone, List<Start> with, ToLongFunction<Start> figure) {
        long[] without = alone.stream().mapToLong(figure).sorted().toArray();
        long[] differences = new long[without.length];
        for (int pair = 0; pair < differences.length; pair++) {
            differences[pair] = figure.applyAsLong(with.get(pair)) - figure.applyAsLong(alone.get(pair));
        }
        Arrays.sort(differences);
        System.out.printf(
                Locale.ROOT,
                "  %-7s %5d %2s alone, %5d %2s with the starter; the pairs differ by %4d %2s (%.1f %%), half of them by %d to %d%n",
                what,
                quantile(without, 2),
                unit,
                with.stream().mapToLong(figure).sorted().toArray()[without.length / 2],
                unit,
                quantile(differences, 2),
                unit,
                100.0 * quantile(differences, 2) / quantile(without, 2),
                quantile(differences, 1),
                quantile(differences, 3));
    }

    private static long quantile(long[] sorted, int quarters) {
        return sorted[sorted.length * quarters / 4];
    }

    /** Returns the class path with the project's modules as jars, as in an application. */
    private static List<String> jars() throws IOException {
        Path folder = Files.createTempDirectory("start-up-cost");
        List<String> entries = new ArrayList<>();
        for (String given : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String entry = Path.of(given).toAbsolutePath().toString();
            entries.add(PROJECT_CLASSES.matcher(entry).matches() ? jar(folder, Path.of(entry)) : entry);
        }
        return entries;
    }

    private static String jar(Path folder, Path classes) {
        String module = classes.getName(classes.getNameCount() - 3).toString();
        String jar = folder.resolve(module + ".jar").toString();
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar, "-C", classes.toString(), ".");
        return jar;
    }

    private static String classPath(String application, boolean starter, List<String> entries) {
        return Stream.concat(
                        entries.stream()
                                .filter(entry -> belongs(Path.of(entry), application.startsWith("web"), starter)),
                        entries.stream()
                                .filter(entry -> entry.endsWith(
                                        "starter/target/test-classes"))) // last, since a directory is slow
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean belongs(Path entry, boolean web, boolean starter) {
        String jar = String.valueOf(entry.getFileName());
        return SPRING.matcher(jar).matches()
                || (web && WEB.matcher(jar).matches())
                || (starter && (STARTER.matcher(jar).matches() || jar.startsWith("devpayr-")));
    }

    private static Start run(String application, boolean starter, List<String> entries)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(application, starter, entries)));
        Collections.addAll(command, StartUpCost.class.getName(), "child", application, Boolean.toString(starter));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return Start.of(output.strip());
    }

    private static void child(String application, boolean starter) {
        boolean licensed = application.endsWith("licensed");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Empty.class)
                .web(application.startsWith("web") ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "logging.level.root=off",
                        "server.port=0",
                        "devpayr.api-key=a-key",
                        licensed ? "devpayr.license-key=a-license" : "no.license=",
                        "devpayr.domain=shop.example.com",
                        "devpayr.base-url=http://127.0.0.1:9",
                        "devpayr.guard.lease.store=memory")
                .run();
        System.out.println(Start.now());
        Runtime.getRuntime().halt(context.containsBean("licenseGuard") == (starter && licensed) ? 0 : 1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Empty {}

    /** The elapsed time, CPU time and number of loaded classes of a startup. */
    private record Start(long millis, long cpuMillis, long classes) {
        static Start now() {
            long now = System.currentTimeMillis();
            OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Start(
                    now - ManagementFactory.getRuntimeMXBean().getStartTime(),
                    process.getProcessCpuTime() / 1_000_000,
                    ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        }

        static Start of(String line) {
            long[] figures =
                    Stream.of(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
            return new Start(figures[0], figures[1], figures[2]);
        }

        @Override
        public String toString() {
            return millis + " " + cpuMillis + " " + classes;
        }
    }
}
