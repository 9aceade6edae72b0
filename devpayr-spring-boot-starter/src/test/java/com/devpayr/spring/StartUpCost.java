package com.devpayr.spring;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A program that measures what the starter adds to the start of an application: pairs of child processes in turns, one
 * with Spring Boot alone on its class path, one with the starter and both keys. Prints the median of the differences.
 */
final class StartUpCost {
    private static final int ROUNDS = 21;

    /** What {@code spring-boot-starter} brings, and Tomcat and MVC for the second pair. */
    private static final Pattern SPRING = Pattern.compile(
            "(spring-(boot(-autoconfigure|-starter.*)?|core|beans|context|aop|expression)|micrometer-(commons|observation)"
                    + "|logback-.*|slf4j-api|jul-to-slf4j|log4j-.*|snakeyaml|jspecify|commons-logging"
                    + "|jakarta[.]annotation-api)-[0-9].*");

    private static final Pattern WEB = Pattern.compile(
            "(spring-(boot-(webmvc|web-server|servlet|tomcat|http-converter)|web|webmvc)|tomcat-.*)-[0-9].*");

    /** What the starter brings. */
    private static final Pattern STARTER =
            Pattern.compile("(feign-.*|okhttp.*|okio.*|kotlin-stdlib|jackson-.*|annotations)-[0-9].*");

    private static final Pattern OURS =
            Pattern.compile(".*/devpayr-(core|jackson|okhttp|feign|spring-boot-starter)/target/classes");

    private StartUpCost() {}

    /** Measures, or, given what to start and whether the starter is there, is one child. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            child(arguments[0].equals("web"), Boolean.parseBoolean(arguments[1]));
        } else {
            measure("none");
            measure("web");
        }
    }

    private static void measure(String kind) throws IOException, InterruptedException {
        long[] empty = new long[ROUNDS];
        long[] licensed = new long[ROUNDS];
        long[] difference = new long[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long without = run(kind, false);
            long with = run(kind, true);
            if (round >= 0) {
                empty[round] = without;
                licensed[round] = with;
                difference[round] = with - without;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-5s %d ms alone, %d ms with the starter; the pairs differ by %d ms (%.1f %%), %d to %d%n",
                kind,
                median(empty),
                median(licensed),
                median(difference),
                100.0 * median(difference) / median(empty),
                difference[0],
                difference[ROUNDS - 1]);
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String classPath(String kind, boolean starter) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("devpayr-testkit"))
                .filter(entry -> belongs(Path.of(entry), kind.equals("web"), starter))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean belongs(Path entry, boolean web, boolean starter) {
        String jar = String.valueOf(entry.getFileName());
        return jar.equals("test-classes")
                || SPRING.matcher(jar).matches()
                || (web && WEB.matcher(jar).matches())
                || (starter && STARTER.matcher(jar).matches())
                || (starter && OURS.matcher(entry.toString()).matches());
    }

    private static long run(String kind, boolean starter) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(kind, starter)));
        Collections.addAll(command, StartUpCost.class.getName(), kind, Boolean.toString(starter));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IllegalStateException(answer);
        }
        return Long.parseLong(answer.strip());
    }

    private static void child(boolean web, boolean starter) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Empty.class)
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "logging.level.root=off",
                        "server.port=0",
                        "devpayr.api-key=a-key",
                        "devpayr.license-key=a-license",
                        "devpayr.domain=shop.example.com",
                        "devpayr.base-url=http://127.0.0.1:9",
                        "devpayr.guard.lease.store=memory")
                .run();
        System.out.println(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
        Runtime.getRuntime().halt(application.containsBean("licenseGuard") == starter ? 0 : 1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Empty {}
}
