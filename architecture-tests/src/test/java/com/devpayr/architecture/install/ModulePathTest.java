package com.devpayr.architecture.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles applications with a module descriptor and runs them on the module path. */
@Timeout(120)
class ModulePathTest {
    private static final Path SOURCES = Path.of("src/test/resources/module-path");
    private static final List<String> COMMON = List.of("devpayr-core", "devpayr-jackson", "devpayr-okhttp");
    private static final String LIBRARIES =
            "(jackson-(core|databind|annotations)|okhttp-jvm|okio-jvm|kotlin-stdlib|annotations)-\\d.*";
    private static final String READS_OF_FEIGN = "feign.core=com.devpayr,com.devpayr.feign";

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final FakeLicense license = platform.project("Shop").paid().license("Pro");
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void retrofitAndVertxNeedNoFurtherReads() throws Exception {
        String path = compile(
                "shop",
                modules(
                        List.of("devpayr-retrofit", "devpayr-vertx"),
                        "retrofit-\\d.*|(vertx-(core|core-logging|web-client|web-common|auth-common|uri-template)|netty-.*)-\\d.*"));

        ChildProcess.Result run = run(path, List.of());

        assertThat(run.output())
                .contains("module com.example.shop over Retrofit: paid", "module com.example.shop over Vert.x: paid");
        assertThat(run.status()).isZero();
    }

    /** Feign looks up the default methods of the services with its own rights. */
    @Test
    void feignHasToReadTheModulesOfTheServices() throws Exception {
        String path = compile("feign", modules(List.of("devpayr-feign"), "feign-core-\\d.*"));

        ChildProcess.Result withReads = run(path, List.of("--add-reads", READS_OF_FEIGN));
        assertThat(withReads.output()).contains("module com.example.shop over Feign: paid");
        assertThat(withReads.status()).isZero();

        ChildProcess.Result without = run(path, List.of());
        assertThat(without.output()).contains("feign.core").contains("does not read");
        assertThat(without.status()).isNotZero();
    }

    private ChildProcess.Result run(String modulePath, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(), "-XX:TieredStopAtLevel=1", "--add-modules", "ALL-MODULE-PATH", "--module-path"));
        command.add(modulePath);
        command.addAll(options);
        command.addAll(List.of("--module", "com.example.shop/com.example.shop.Main"));
        Map<String, String> variables = Map.of(
                "DEVPAYR_BASE_URL", emulator.baseUrl(),
                "DEVPAYR_LICENSE_KEY", license.key().reveal(),
                "DEVPAYR_DOMAIN", "shop.example.com");
        return ChildProcess.run(directory, variables, command);
    }

    private static List<Path> modules(List<String> transports, String libraries) {
        Stream<Path> ours = Stream.concat(COMMON.stream(), transports.stream()).map(InstalledBuild::jar);
        Stream<Path> others = InstalledBuild.classPath()
                .filter(entry -> entry.getFileName().toString().matches(LIBRARIES + "|" + libraries));
        return Stream.concat(ours, others).toList();
    }

    /** Returns the module path of a compiled application. */
    private String compile(String application, List<Path> modules) throws IOException {
        String path = join(modules);
        List<String> arguments = new ArrayList<>(List.of("--module-path", path, "-d", directory.toString()));
        try (Stream<Path> files = Files.walk(SOURCES.resolve(application))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, errors, errors, arguments.toArray(String[]::new));
        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        return directory + File.pathSeparator + path;
    }

    private static String join(List<Path> paths) {
        return paths.stream()
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
