package com.devpayr.architecture.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares docs/images/modules.svg with the POMs. Dependencies on the core are not drawn, since every module has one. */
class ModulePictureTest {
    private static final Pattern NAME = Pattern.compile("<text class=\"name\"[^>]*>(.*?)</text>");
    private static final Pattern ARROW = Pattern.compile("<path id=\"(\\S+)\"( class=\"optional\")? d=");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>com\\.devpayr</groupId>\\s*"
                    + "<artifactId>(.*?)</artifactId>(?<rest>.*?)</dependency>",
            Pattern.DOTALL);

    private final String picture = Files.readString(InstalledBuild.ROOT.resolve("docs/images/modules.svg"));

    ModulePictureTest() throws IOException {}

    @Test
    void everyModuleIsDrawn() throws IOException {
        List<String> drawn =
                NAME.matcher(picture).results().map(name -> name.group(1)).toList();

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(InstalledBuild.artifacts());
    }

    @Test
    void arrowsAreTheDependenciesOfThePoms() throws IOException {
        List<String> arrows = ARROW.matcher(picture)
                .results()
                .map(arrow -> arrow.group(1) + (arrow.group(2) == null ? "" : " optional"))
                .toList();

        assertThat(arrows).containsExactlyInAnyOrderElementsOf(dependencies());
    }

    private static List<String> dependencies() throws IOException {
        List<String> dependencies = new ArrayList<>();
        for (String module : InstalledBuild.artifacts()) {
            String pom = Files.readString(InstalledBuild.ROOT.resolve(module).resolve("pom.xml"));
            DEPENDENCY.matcher(pom).results().forEach(dependency -> {
                String rest = dependency.group(2);
                if (!dependency.group(1).equals("devpayr-core") && !rest.contains("<scope>test</scope>")) {
                    String optional = rest.contains("<optional>true</optional>") ? " optional" : "";
                    dependencies.add(module + "_" + dependency.group(1) + optional);
                }
            });
        }
        return dependencies;
    }
}
