package com.devpayr.architecture.install;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The artifacts of this build that the BOM lists, from the class path of the test. */
final class InstalledBuild {
    static final Path ROOT = Path.of("..");

    private static final Pattern MANAGED = Pattern.compile("<artifactId>(devpayr-[a-z0-9-]+)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<artifactId>devpayr-bom</artifactId>\\s*<version>(.*?)<");

    private InstalledBuild() {}

    /** Returns the artifacts that the BOM lists. */
    static List<String> artifacts() throws IOException {
        return MANAGED.matcher(bom())
                .results()
                .map(match -> match.group(1))
                .filter(artifact -> !artifact.equals("devpayr-bom"))
                .toList();
    }

    /** Returns the version of this build. */
    static String version() throws IOException {
        return VERSION.matcher(bom()).results().findFirst().orElseThrow().group(1);
    }

    /** Copies jars and POMs to a local Maven repository, as {@code mvn install} does. */
    static void installInto(Path repository) throws IOException {
        installPom(repository, "devpayr-parent", ROOT.resolve("pom.xml"));
        installPom(repository, "devpayr-bom", ROOT.resolve("devpayr-bom/pom.xml"));
        for (String artifact : artifacts()) {
            installPom(repository, artifact, ROOT.resolve(artifact).resolve("pom.xml"));
            Files.copy(jar(artifact), file(repository, artifact, "jar"), REPLACE_EXISTING);
        }
    }

    /** Returns the jar of an artifact. Skips the test if this build has not packaged it. */
    static Path jar(String artifact) {
        Path entry = classPath()
                .filter(path -> Stream.iterate(path, step -> step != null, Path::getParent)
                        .anyMatch(step -> step.endsWith(artifact)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is not on the class path of this test"));
        assumeTrue(Files.isRegularFile(entry), "this build has not packaged " + artifact + "; run mvn verify");
        return entry;
    }

    static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    private static String bom() throws IOException {
        return Files.readString(ROOT.resolve("devpayr-bom/pom.xml"));
    }

    private static void installPom(Path repository, String artifact, Path pom) throws IOException {
        Path installed = file(repository, artifact, "pom");
        Files.createDirectories(installed.getParent());
        Files.copy(pom, installed, REPLACE_EXISTING);
    }

    private static Path file(Path repository, String artifact, String type) throws IOException {
        String version = version();
        return repository.resolve(Path.of("com", "devpayr", artifact, version, artifact + "-" + version + "." + type));
    }
}
