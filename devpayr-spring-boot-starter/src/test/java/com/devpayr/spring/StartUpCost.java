package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.spi.LeaseStore;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * A program that measures how much the starter adds to the startup of an application. Starts child processes alternately:
 * the application alone, with a client and guard that it creates itself, and with the starter. Prints the medians and the median
 * of the differences to the application alone. The difference between the two is the cost of the auto-configuration.
 *
 * <p>Arguments: the number of rounds and the applications ({@code none-backend}, {@code none-licensed}, {@code web-backend},
 * {@code web-licensed}). A backend has an API key; a licensed application also has a license key, and thus a guard.
 */
final class StartUpCost {
    private static final int ROUNDS = 21;
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

    private static final String AUTO_CONFIGURATION = "devpayr-spring-boot-starter.jar";

    private static final Pattern PROJECT_CLASSES =
            Pattern.compile(".*/devpayr-(core|injectables|jackson|okhttp|retrofit|spring-boot-starter)/target/classes");

    private StartUpCost() {}

    /** Runs the measurement, or, with the argument {@code child}, one of its applications. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3 && arguments[0].equals("child")) {
            child(arguments[1], Variant.valueOf(arguments[2]));
            return;
        }
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        List<String> entries = jars();
        for (String application :
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : APPLICATIONS) {
            measure(application, rounds, entries);
        }
    }

    private static void measure(String application, int rounds, List<String> entries)
            throws IOException, InterruptedException {
        Map<Variant, List<Start>> starts = new EnumMap<>(Variant.class);
        for (int round = -1; round < rounds; round++) {
            for (Variant variant : Variant.values()) {
                Start start = run(application, variant, entries);
                if (round >= 0) { // the first round warms up caches
                    starts.computeIfAbsent(variant, unseen -> new ArrayList<>()).add(start);
                }
            }
        }
        System.out.println(application + ", " + rounds + " rounds");
        List<Start> alone = starts.remove(Variant.ALONE);
        starts.forEach((variant, with) -> {
            print(variant, "time", "ms", alone, with, Start::millis);
            print(variant, "CPU", "ms", alone, with, Start::cpuMillis);
            print(variant, "classes", "", alone, with, Start::classes);
        });
    }

    private static void print(
            Variant variant,
            String what,
            String unit,
            List<Start> alone,
            List<Start> with,
            ToLongFunction<Start> figure) {
        long[] without = alone.stream().mapToLong(figure).sorted().toArray();
        long[] differences = new long[without.length];
        for (int round = 0; round < differences.length; round++) {
            differences[round] = figure.applyAsLong(with.get(round)) - figure.applyAsLong(alone.get(round));
        }
        Arrays.sort(differences);
        System.out.printf(
                Locale.ROOT,
                "  %-7s %5d %2s alone, %5d %2s %s; they differ by %4d %2s (%.1f %%), half of them by %d to %d%n",
                what,
                quantile(without, 2),
                unit,
                with.stream().mapToLong(figure).sorted().toArray()[without.length / 2],
                unit,
                variant.description,
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

    private static String classPath(String application, Variant variant, List<String> entries) {
        return Stream.concat(
                        entries.stream()
                                .filter(entry -> belongs(Path.of(entry), application.startsWith("web"), variant)),
                        entries.stream()
                                .filter(entry -> entry.endsWith(
                                        "starter/target/test-classes"))) // last, since a directory is slow
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean belongs(Path entry, boolean web, Variant variant) {
        String jar = String.valueOf(entry.getFileName());
        return SPRING.matcher(jar).matches()
                || (web && WEB.matcher(jar).matches())
                || (variant != Variant.ALONE && STARTER.matcher(jar).matches())
                || (variant == Variant.BY_HAND && jar.startsWith("devpayr-") && !jar.equals(AUTO_CONFIGURATION))
                || (variant == Variant.STARTER && jar.startsWith("devpayr-"));
    }

    private static Start run(String application, Variant variant, List<String> entries)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(application, variant, entries)));
        Collections.addAll(command, StartUpCost.class.getName(), "child", application, variant.name());
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return Start.of(output.strip());
    }

    private static void child(String application, Variant variant) {
        boolean licensed = application.endsWith("licensed");
        List<Class<?>> sources = new ArrayList<>(List.of(Empty.class));
        if (variant == Variant.BY_HAND) {
            sources.add(licensed ? GuardByHand.class : ClientByHand.class);
        }
        ConfigurableApplicationContext context = new SpringApplicationBuilder(sources.toArray(Class[]::new))
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
        boolean guarded = variant != Variant.ALONE && licensed;
        Runtime.getRuntime().halt(context.containsBean("licenseGuard") == guarded ? 0 : 1);
    }

    /** The applications that are compared. */
    private enum Variant {
        ALONE("alone"),
        BY_HAND("with beans of its own"),
        STARTER("with the starter");

        private final String description;

        Variant(String description) {
            this.description = description;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Empty {}

    /** The client that a backend without the starter would create. */
    @Configuration(proxyBeanMethods = false)
    static class ClientByHand {
        @Bean
        DevPayr devPayr(Environment environment) {
            return RetrofitDevPayr.create(config(environment).build());
        }

        static DevPayrConfig.Builder config(Environment environment) {
            return DevPayrConfig.builder()
                    .apiKey(environment.getRequiredProperty("devpayr.api-key"))
                    .domain(environment.getRequiredProperty("devpayr.domain"))
                    .baseUrl(environment.getRequiredProperty("devpayr.base-url"));
        }
    }

    /** The guard that a licensed application without the starter would create. */
    @Configuration(proxyBeanMethods = false)
    static class GuardByHand {
        @Bean
        AsyncDevPayr devPayr(Environment environment) {
            return RetrofitDevPayr.createAsync(ClientByHand.config(environment)
                    .licenseKey(environment.getRequiredProperty("devpayr.license-key"))
                    .build());
        }

        @Bean(initMethod = "start")
        LicenseGuard licenseGuard(AsyncDevPayr devpayr) {
            return LicenseGuard.builder(devpayr)
                    .application("shop")
                    .leaseStore(LeaseStore.memory())
                    .build();
        }
    }

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
