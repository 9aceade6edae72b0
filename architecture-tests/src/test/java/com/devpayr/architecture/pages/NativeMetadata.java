package com.devpayr.architecture.pages;

import com.devpayr.operation.Calls;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reachability metadata for GraalVM native images: services are proxies, Jackson reads resources through their
 * builders, and Jackson creates its deserializers and inspects its mix-ins by reflection.
 */
final class NativeMetadata {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.devpayr");

    private NativeMetadata() {}

    /** The text of each module's file, by the module. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("devpayr-core", file(proxies(NativeMetadata::isPort), readByJackson(NativeMetadata::isModel)));
        files.put("devpayr-feign", file(proxies(type -> isAnnotatedPort(type, "feign")), Stream.of()));
        files.put("devpayr-retrofit", file(proxies(type -> isAnnotatedPort(type, "retrofit")), Stream.of()));
        files.put("devpayr-jackson", file(Stream.of(), readByJackson(NativeMetadata::isReader)));
        return files;
    }

    private static String file(Stream<Map<String, Object>> proxies, Stream<Map<String, Object>> types) {
        List<Object> reflection = new ArrayList<>(Stream.concat(proxies, types).toList());
        return JSON.writeValueAsString(Map.of("reflection", reflection)) + "\n";
    }

    private static Stream<Map<String, Object>> proxies(Predicate<JavaClass> which) {
        return sorted(which)
                .flatMap(port -> Stream.of(
                        Map.of("type", Map.of("proxy", List.of(port.getName()))),
                        ordered("type", port.getName(), "allPublicMethods", true)));
    }

    private static Stream<Map<String, Object>> readByJackson(Predicate<JavaClass> which) {
        return sorted(which)
                .map(type -> ordered(
                        "type", type.getName(),
                        "allDeclaredConstructors", true,
                        "allDeclaredFields", true,
                        "allDeclaredMethods", true));
    }

    private static Stream<JavaClass> sorted(Predicate<JavaClass> which) {
        return PROJECT.stream().filter(which).sorted(Comparator.comparing(JavaClass::getName));
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface() && type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Calls.class));
    }

    private static boolean isAnnotatedPort(JavaClass type, String module) {
        return type.isInterface()
                && type.getPackageName().equals("com.devpayr." + module)
                && type.getAllRawInterfaces().stream().anyMatch(NativeMetadata::isPort);
    }

    private static boolean isModel(JavaClass type) {
        return type.getPackageName().matches("com\\.devpayr\\.(project|license|domain|injectable|payment|page)")
                && (type.isRecord()
                        || type.isEnum()
                        || isResource(type.getEnclosingClass().orElse(type)));
    }

    /** Jackson reads what a service returns, through the builder nested in it. */
    private static boolean isResource(JavaClass type) {
        return PROJECT.stream()
                .filter(NativeMetadata::isPort)
                .flatMap(port -> port.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Calls.class))
                .anyMatch(method ->
                        method.getReturnType().getAllInvolvedRawTypes().contains(type));
    }

    private static boolean isReader(JavaClass type) {
        return type.getPackageName().equals("com.devpayr.jackson")
                && (type.getSimpleName().startsWith("Lenient")
                        || type.getName().startsWith("com.devpayr.jackson.ModelMixins$"));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
