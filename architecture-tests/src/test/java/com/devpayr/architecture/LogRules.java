package com.devpayr.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.System.Logger.Level;
import java.util.Set;

/** What a library may say by itself: nothing. */
final class LogRules {
    /** The guard, which reports an application that stops to work, and what the frameworks' modules do by a setting. */
    private static final Set<String> ASKED_TO_WARN =
            Set.of(".guard.LoggingListener", ".spring.web.LicenseEnforcerFactory", ".vertx.verticle.Components");

    private LogRules() {}

    static ArchRule printsNothing(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveFullyQualifiedName(root + ".emulator.Main") // a program, not a library
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .because("a library reports by its results; what it prints, nobody can switch off");
    }

    /** Frameworks' modules log what a setting asks for, the guard changes of its verdict; nothing else logs. */
    static ArchRule logsOnlyWhereConfigured(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".spring..", root + ".vertx.verticle..", root + ".guard..")
                .should()
                .callMethodWhere(describe(
                        "System.getLogger is called",
                        call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("getLogger")))
                .because("a warning of ours in somebody's log is one that nobody asked for");
    }

    static ArchRule warnsOnlyWhereAsked(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(describe("were not asked to warn", type -> !isAsked(root, type)))
                .should()
                .accessField(Level.class, "WARNING")
                .orShould()
                .accessField(Level.class, "ERROR")
                .because("what wakes somebody at night is the application's to decide");
    }

    private static boolean isAsked(String root, JavaClass type) {
        String name = type.getName();
        return name.startsWith(root)
                && ASKED_TO_WARN.contains(name.substring(root.length()).replaceAll("\\$.*", ""));
    }
}
