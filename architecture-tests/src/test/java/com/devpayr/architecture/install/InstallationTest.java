package com.devpayr.architecture.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds and runs the projects of README.md and docs/installation.md with an installed build, in empty directories. */
@Timeout(300)
class InstallationTest {
    private static final Path SAMPLE = InstalledBuild.ROOT.resolve("examples/first-verdict");
    private static final String SOURCE = "src/main/java/com/example/FirstVerdict.java";
    private static final String VERDICT = "This application is licensed.";
    private static final boolean OFFLINE = "offline=true".equals(System.getProperty("maven.options"));

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final FakeLicense license = platform.project("Shop").paid().license("Pro");
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);

    @TempDir
    private Path directory;

    private Path repository;

    @BeforeEach
    void install() throws IOException {
        repository = directory.resolve("repository");
        InstalledBuild.installInto(repository);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    /** One Maven run builds both projects, as modules. Everything else comes from the local repository of this build. */
    @Test
    void theMavenProjectsRun() throws Exception {
        String pom = Files.readString(SAMPLE.resolve("pom.xml"));
        create("page", "pom.xml", pom);
        create(
                "readme",
                "pom.xml",
                replace(pom, "  <dependencyManagement>.*\n  </dependencies>\n", readme("xml"))
                        .replace("<artifactId>first-verdict<", "<artifactId>readme<"));
        Files.writeString(directory.resolve("pom.xml"), aggregator(pom, "page", "readme"));
        Path settings = Files.writeString(directory.resolve("settings.xml"), settings());

        ChildProcess.Result build = run(
                directory,
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + repository,
                "compile",
                "exec:java");

        assertThat(build.output())
                .containsSubsequence(VERDICT, VERDICT)
                .as("the plugin waits for daemon threads")
                .doesNotContain("did not finish");
        assertThat(build.status()).as(build.output()).isZero();
    }

    @Test
    void theGradleProjectsRun() throws Exception {
        String gradle = program("gradle").orElse("");
        assumeTrue(!gradle.isEmpty(), "Gradle is not installed");
        assumeTrue(!OFFLINE, "Gradle cannot use the local repository of an offline Maven build");
        String build = Files.readString(SAMPLE.resolve("build.gradle.kts"));
        String settings = Files.readString(SAMPLE.resolve("settings.gradle.kts"));
        String fragment = replace(build, "repositories \\{.*?\n}\n\ndependencies \\{.*?\n}\n", readme("kotlin"));
        for (String script : List.of(build, fragment)) {
            Path project = create(script.equals(build) ? "page" : "readme", "build.gradle.kts", script);
            Files.writeString(project.resolve("settings.gradle.kts"), settings);

            ChildProcess.Result run = run(project, gradle, "-q", "-Dmaven.repo.local=" + repository, "run");

            assertThat(run.output()).contains(VERDICT);
            assertThat(run.status()).as(run.output()).isZero();
        }
    }

    private ChildProcess.Result run(Path project, String... command) throws Exception {
        Map<String, String> variables = Map.of(
                "DEVPAYR_BASE_URL", emulator.baseUrl(),
                "DEVPAYR_LICENSE_KEY", license.key().reveal(),
                "DEVPAYR_DOMAIN", "shop.example.com",
                "XDG_STATE_HOME", directory.resolve("state").toAbsolutePath().toString());
        return ChildProcess.run(project, variables, List.of(command));
    }

    private Path create(String name, String buildFile, String content) throws IOException {
        Path project = directory.resolve(name);
        Files.createDirectories(project.resolve(SOURCE).getParent());
        Files.copy(SAMPLE.resolve(SOURCE), project.resolve(SOURCE));
        Files.writeString(project.resolve(buildFile), content);
        return project;
    }

    private static String readme(String language) throws IOException {
        return Pages.listings(Pages.section(InstalledBuild.ROOT.resolve("README.md"), "Installation"), language);
    }

    private static String replace(String text, String pattern, String replacement) {
        String replaced = text.replaceFirst("(?s)" + pattern, Matcher.quoteReplacement(replacement));
        assertThat(replaced).isNotEqualTo(text);
        return replaced;
    }

    private static String aggregator(String pom, String... modules) {
        String header = pom.substring(0, pom.indexOf("  <groupId>"));
        String plugin = pom.substring(pom.indexOf("      <plugin>\n        <groupId>org.codehaus.mojo"));
        return header + """
                  <groupId>com.example</groupId>
                  <artifactId>all</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules><module>%s</module></modules>
                  <properties><exec.skip>true</exec.skip></properties>
                  <build>
                    <plugins>
                """.formatted(String.join("</module><module>", modules)) + plugin;
    }

    private static String settings() {
        return """
                <settings>
                  <mirrors>
                    <mirror><id>build</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(Path.of(System.getProperty("localRepository")).toUri());
    }

    private static Optional<String> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
