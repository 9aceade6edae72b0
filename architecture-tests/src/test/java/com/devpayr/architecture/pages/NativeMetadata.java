package com.devpayr.architecture.pages;

import com.devpayr.operation.ApiOperation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    private static final Pattern MODEL =
            Pattern.compile("com\\.devpayr\\.(project|license|domain|injectable|payment|page|runtime|status)");
    private static final Set<String> RESPONSES =
            Set.of("Project", "ProjectDomain", "License", "Injectable", "DeliveredInjectable", "PaymentStatus", "Page");

    private NativeMetadata() {}

    /** Returns the content of each file by the name of its module. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("devpayr-core", file(proxies(NativeMetadata::isService), readByJackson(NativeMetadata::isModel)));
        files.put("devpayr-feign", file(proxies(type -> isIn(type, "feign") && extendsPort(type)), Stream.of()));
        files.put("devpayr-retrofit", file(proxies(type -> isPort(type) && isIn(type, "retrofit")), Stream.of()));
        files.put("devpayr-vertx", file(proxies(type -> isPort(type) && isIn(type, "vertx")), Stream.of()));
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

    private static boolean isModel(JavaClass type) {
        boolean isBuilt = RESPONSES.contains(type.getSimpleName())
                || (type.getSimpleName().equals("Builder")
                        && type.getEnclosingClass()
                                .map(JavaClass::getSimpleName)
                                .filter(RESPONSES::contains)
                                .isPresent());
        return (isBuilt || type.isRecord() || type.isEnum())
                && MODEL.matcher(type.getPackageName()).matches();
    }

    private static boolean isReader(JavaClass type) {
        return type.getPackageName().equals("com.devpayr.jackson.internal")
                && (type.getSimpleName().startsWith("Lenient")
                        || type.getSimpleName().equals("ExtraValue")
                        || type.getName().startsWith("com.devpayr.jackson.internal.ModelMixins$"));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
