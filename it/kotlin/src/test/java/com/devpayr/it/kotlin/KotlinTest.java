package com.devpayr.it.kotlin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the listings of docs/kotlin.md with the default settings of Kotlin's compiler. */
@Timeout(120)
class KotlinTest {
    private static final Path SOURCES = Path.of("src/test/kotlin");
    private static final String WITH_JSPECIFY = classPath(jar -> true);
    private static final String WITHOUT_JSPECIFY = classPath(jar -> !jar.contains("jspecify"));

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void theListingCompilesWithoutWarnings() {
        ExitCode result = compile("Shop.kt", WITH_JSPECIFY);

        assertThat(messages.toString(UTF_8)).isEmpty();
        assertThat(result).isEqualTo(ExitCode.OK);
        assertThat(directory.resolve("com/example/ShopKt.class")).exists();
    }

    /** The compiler has to load the annotations of an inferred type. The page says so. */
    @Test
    void theListingNeedsJSpecify() {
        ExitCode result = compile("Shop.kt", WITHOUT_JSPECIFY);

        assertThat(messages.toString(UTF_8)).contains("'org.jspecify.annotations.Nullable'", "inaccessible");
        assertThat(result).isEqualTo(ExitCode.COMPILATION_ERROR);
    }

    @Test
    void wrongUsesOfNullDoNotCompile() throws Exception {
        ExitCode result = compile("Mistakes.kt", WITH_JSPECIFY);

        assertThat(result).isEqualTo(ExitCode.COMPILATION_ERROR);
        List<String> lines = Files.readAllLines(SOURCES.resolve("Mistakes.kt"));
        int[] mistakes = IntStream.rangeClosed(1, lines.size())
                .filter(number -> lines.get(number - 1).contains("// error:"))
                .toArray();
        assertThat(mistakes).hasSize(3);
        assertThat(errors()).containsExactly(mistakes);
    }

    private static String classPath(Predicate<String> included) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && included.test(entry))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private int[] errors() {
        return messages.toString(UTF_8)
                .lines()
                .filter(line -> line.contains(": error: "))
                .mapToInt(line -> Integer.parseInt(line.replaceFirst(".*Mistakes\\.kt:(\\d+):.*", "$1")))
                .toArray();
    }

    private ExitCode compile(String source, String classPath) {
        String[] arguments = {
            "-Werror",
            "-no-stdlib",
            "-no-reflect",
            "-jvm-target",
            "17",
            "-classpath",
            classPath,
            "-d",
            directory.toString(),
            SOURCES.resolve(source).toString()
        };
        return new K2JVMCompiler().exec(new PrintStream(messages, true, UTF_8), arguments);
    }
}
