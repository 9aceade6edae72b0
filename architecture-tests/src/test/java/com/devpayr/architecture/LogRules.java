package com.devpayr.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.System.Logger.Level;
import java.util.Set;

/** Rules against output and logging by the library itself. */
final class LogRules {
    /** The one warning about a missing domain, which would otherwise be noticed when the license has no domains left. */
    private static final String FINGERPRINT = ".config.FingerprintFile";

    /** The guard's log of its verdicts, and framework integrations whose log messages are configurable. */
    private static final Set<String> MAY_WARN = Set.of(
            FINGERPRINT, ".guard.LoggingListener", ".spring.web.LicenseEnforcerFactory", ".vertx.verticle.Components");

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
                .because("a library reports results and exceptions; applications cannot disable direct output");
    }

    /**
     * Framework integrations log what is configured, the guard logs changes of its verdict, a generated domain is logged, and
     * requests are logged if the configuration enables it. Nothing else logs.
     */
    static ArchRule logsOnlyWhereConfigured(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        root + ".spring..", root + ".vertx.verticle..", root + ".guard..", root + ".internal.log..")
                .and()
                .doNotHaveFullyQualifiedName(root + FINGERPRINT)
                .should()
                .callMethodWhere(describe(
                        "System.getLogger is called",
                        call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("getLogger")))
                .because("an application decides whether a library writes to its log");
    }

    static ArchRule warnsOnlyWhereConfigured(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(describe("are not configured to log warnings", type -> !mayWarn(root, type)))
                .should()
                .accessField(Level.class, "WARNING")
                .orShould()
                .accessField(Level.class, "ERROR")
                .because("warnings can trigger alerts, so the application decides about them");
    }

    private static boolean mayWarn(String root, JavaClass type) {
        String name = type.getName();
        return name.startsWith(root)
                && MAY_WARN.contains(name.substring(root.length()).replaceAll("\\$.*", ""));
    }
}
