package com.devpayr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the core exports the internal packages that a module uses to that module. Only the module path enforces it. */
class ModuleExportsTest {
    private static final String ROOT = "com.devpayr";

    private static final Set<JavaClass> PROJECT = Set.copyOf(new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT));

    private final ModuleDescriptor core = descriptor();
    private final Map<String, Set<String>> exports = core.exports().stream()
            .collect(Collectors.toMap(ModuleDescriptor.Exports::source, ModuleDescriptor.Exports::targets));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORE")
    void internalPackagesThatAModuleUsesAreExportedToIt(Module module) {
        Set<String> used = PROJECT.stream()
                .filter(type -> module.holds(ROOT, type.getPackageName()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getPackageName)
                .filter(core.packages()::contains)
                .collect(Collectors.toSet());

        assertThat(used).isNotEmpty().allSatisfy(name -> assertThat(isExported(name, module))
                .as("the core exports %s to %s", name, module)
                .isTrue());
    }

    private boolean isExported(String name, Module module) {
        Set<String> targets = exports.get(name);
        return targets != null && (targets.isEmpty() || targets.contains(ROOT + "." + module.packageName()));
    }

    private static ModuleDescriptor descriptor() {
        try {
            Path classes = Path.of(DevPayr.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return ModuleFinder.of(classes).findAll().iterator().next().descriptor();
        } catch (URISyntaxException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
