package com.devpayr.architecture.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that listings name existing artifacts with current versions, for Maven and Gradle alike. */
class DocumentedDependenciesTest {
    private static final Pattern MAVEN = Pattern.compile("<groupId>com\\.devpayr</groupId>\\s*"
            + "<artifactId>(?<artifact>.*?)</artifactId>(?:\\s*<version>(?<version>.*?)</version>)?");
    private static final Pattern COORDINATES =
            Pattern.compile("\\bcom\\.devpayr:(?<artifact>[\\w-]+)(?::(?<version>\\w[\\w.-]*\\w))?");
    private static final Pattern VERSIONED =
            Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>(.*?)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+\\.version)>(.*?)</\\1>");

    static List<Path> pages() throws IOException {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void artifactsAreInTheBomAndVersionsAreCurrent(Path page) throws IOException {
        String text = Files.readString(page);

        assertThat(violations(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyDependencyIsShownForMavenAndGradle(Path page) throws IOException {
        String text = Files.readString(page);

        assertThat(artifacts(COORDINATES, Pages.listings(text, "kotlin")))
                .isEqualTo(artifacts(MAVEN, Pages.listings(text, "xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/first-verdict", "it/third-party"})
    void sampleProjectsUseTheVersionsOfTheBuild(String project) throws IOException {
        Map<String, String> build = versions(Files.readString(InstalledBuild.ROOT.resolve("pom.xml")));
        build.put("junit-jupiter", build.get("junit-bom"));
        Map<String, String> sample =
                versions(Files.readString(InstalledBuild.ROOT.resolve(project).resolve("pom.xml")));
        sample.keySet().removeAll(Set.of("first-verdict", "devpayr-extensions", "devpayr-bom"));

        assertThat(sample).isNotEmpty();
        assertThat(build).containsAllEntriesOf(sample);
    }

    @Test
    void findsUnknownArtifactsAndOldVersions() throws IOException {
        String version = InstalledBuild.version();

        assertThat(violations("implementation(\"com.devpayr:devpayr-ktor\")")).hasSize(1);
        assertThat(violations("platform(\"com.devpayr:devpayr-bom:0.0.9\")")).hasSize(1);
        assertThat(violations("platform(\"com.devpayr:devpayr-bom:" + version + "\")"))
                .isEmpty();
        assertThat(violations(maven("devpayr-core", ""))).isEmpty();
        assertThat(violations(maven("devpayr-core", "<version>1</version>"))).hasSize(1);
        assertThat(violations(maven("devpayr-cores", ""))).hasSize(1);
    }

    private static String maven(String artifact, String version) {
        return "<groupId>com.devpayr</groupId>\n  <artifactId>" + artifact + "</artifactId>\n  " + version;
    }

    private static Set<String> violations(String text) throws IOException {
        Set<String> known = new TreeSet<>(InstalledBuild.artifacts());
        known.add("devpayr-bom");
        String current = InstalledBuild.version();
        Set<String> violations = new TreeSet<>();
        for (Pattern notation : List.of(MAVEN, COORDINATES)) {
            notation.matcher(text).results().forEach(match -> {
                String version = match.group(2);
                if (!known.contains(match.group(1)) || isOld(version, current)) {
                    violations.add(match.group());
                }
            });
        }
        return violations;
    }

    private static boolean isOld(@Nullable String version, String current) {
        return version != null && !version.equals(current);
    }

    private static Set<String> artifacts(Pattern notation, String listings) {
        return notation.matcher(listings)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> versions(String pom) {
        Map<String, String> properties = new HashMap<>();
        for (MatchResult property : PROPERTY.matcher(pom).results().toList()) {
            properties.put("${" + property.group(1) + "}", property.group(2));
        }
        Map<String, String> versions = new HashMap<>();
        for (MatchResult artifact : VERSIONED.matcher(pom).results().toList()) {
            versions.put(artifact.group(1), properties.getOrDefault(artifact.group(2), artifact.group(2)));
        }
        return versions;
    }
}
