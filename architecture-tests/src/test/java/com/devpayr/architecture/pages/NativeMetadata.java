package com.devpayr.architecture.pages;

import com.devpayr.operation.ApiOperation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reachability metadata for GraalVM native images: services are proxies. */
final class NativeMetadata {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.devpayr");

    private static final Pattern MODEL =
            Pattern.compile("com\\.devpayr\\.(project|license|domain|injectable|payment|page|runtime)");

    private NativeMetadata() {}

    /** The text of each module's file, by the module. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("devpayr-core", file(proxies(NativeMetadata::isService)));
        files.put("devpayr-feign", file(proxies(type -> isIn(type, "feign") && extendsPort(type))));
        files.put("devpayr-retrofit", file(proxies(type -> isPort(type) && isIn(type, "retrofit"))));
        files.put("devpayr-vertx", file(proxies(type -> isPort(type) && isIn(type, "vertx"))));
        return files;
    }

    private static String file(Stream<Map<String, Object>> proxies) {
        return JSON.writeValueAsString(Map.of("reflection", proxies.toList())) + "\n";
    }

    private static Stream<Map<String, Object>> proxies(Predicate<JavaClass> which) {
        return sorted(which)
                .flatMap(port -> Stream.of(
                        Map.of("type", Map.of("proxy", List.of(port.getName()))),
                        ordered("type", port.getName(), "allPublicMethods", true)));
    }

    private static Stream<JavaClass> sorted(Predicate<JavaClass> which) {
        return PROJECT.stream().filter(which).sorted(Comparator.comparing(JavaClass::getName));
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(ApiOperation.class));
    }

    private static boolean isService(JavaClass type) {
        return isPort(type) && MODEL.matcher(type.getPackageName()).matches();
    }

    private static boolean isIn(JavaClass type, String module) {
        return type.getPackageName().equals("com.devpayr." + module);
    }

    private static boolean extendsPort(JavaClass type) {
        return type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(NativeMetadata::isPort);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
