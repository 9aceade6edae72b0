package com.devpayr.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that this module depends on all others. Otherwise a parallel build may read a module's reports before they are complete. */
class BuildOrderTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern NO_DEPENDENCIES = Pattern.compile("(?s)<(parent|dependencyManagement)>.*?</\\1>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*?<artifactId>(.*?)</artifactId>");

    @Test
    void everyOtherModuleIsBuiltBefore() throws IOException {
        Map<String, Set<String>> dependencies = dependenciesOfModules();

        assertThat(reachable("test-report", dependencies))
                .as("modules before this one; add a dependency on each missing one to its POM")
                .containsExactlyElementsOf(dependencies.keySet());
    }

    private static Map<String, Set<String>> dependenciesOfModules() throws IOException {
        Map<String, Set<String>> dependencies = new TreeMap<>();
        for (String module : find(MODULE, Files.readString(ROOT.resolve("pom.xml")))) {
            String pom = NO_DEPENDENCIES
                    .matcher(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
                    .replaceAll("");
            if (pom.contains("<packaging>pom</packaging>")) {
                continue; // the BOM has no tests
            }
            String artifact =
                    ARTIFACT.matcher(pom).results().findFirst().orElseThrow().group(1);
            dependencies.put(artifact, find(DEPENDENCY, pom));
        }
        return dependencies;
    }

    private static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> dependencies) {
        Set<String> reached = new TreeSet<>(Set.of(start));
        Deque<String> pending = new ArrayDeque<>(reached);
        while (!pending.isEmpty()) {
            dependencies.get(pending.pop()).stream()
                    .filter(dependencies::containsKey)
                    .filter(reached::add)
                    .forEach(pending::push);
        }
        return reached;
    }
}
