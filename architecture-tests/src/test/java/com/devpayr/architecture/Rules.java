package com.devpayr.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.devpayr.operation.Operation;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;

/** The architecture rules for a root package: that of the project, or that of the fixtures that violate them. */
final class Rules {
    private Rules() {}

    static Map<String, ArchRule> below(String root) {
        Map<String, ArchRule> rules = new TreeMap<>();
        for (Module module : Module.values()) {
            rules.put("one technology: " + module.packageName(), usesOnlyItsOwnTechnology(module, root));
        }
        rules.put("no package cycles", hasNoPackageCycles(root));
        rules.put("null-marked packages", isNullMarked(root));
        rules.put("closed classes", isClosedToSubclasses(root));
        rules.put("no direct output", LogRules.printsNothing(root));
        rules.put("loggers only where configured", LogRules.logsOnlyWhereConfigured(root));
        rules.put("warnings only where configured", LogRules.warnsOnlyWhereConfigured(root));
        rules.put("no decisions by HTTP method", decidesByOperation(root));
        rules.put("no internal types in the API", ApiRules.hidesInternals(root));
        rules.put("contract tests can be overridden", ApiRules.publishesContractTests(root));
        rules.put("decoration by interceptors only", PortRules.wrapsByInterceptors(root));
        rules.put("ports without transport types", PortRules.usesOnlyTheModel(root));
        rules.put("Vert.x over Web Client", VertxRules.usesWebClient(root));
        rules.put("no requests beside Web Client", VertxRules.createsNoRequestItself(root));
        return rules;
    }

    private static ArchRule usesOnlyItsOwnTechnology(Module module, String root) {
        return classes()
                .that(in(module, root))
                .should()
                .onlyDependOnClassesThat(in(Module.CORE, root).or(resideInAnyPackage(module.allowed(root))))
                .because("a technology that is used in several modules is hard to replace");
    }

    private static ArchRule hasNoPackageCycles(String root) {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle cannot be understood or changed separately");
    }

    private static ArchRule isNullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(haveANullMarkedPackage())
                .because("NullAway only checks packages with @NullMarked");
    }

    private static ArchRule isClosedToSubclasses(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".testkit.contract..")
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and(describe("are not sealed", type -> !type.reflect().isSealed()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("subclasses of applications would restrict later changes");
    }

    /** Only code that creates requests or routes may use the HTTP method. */
    private static ArchRule decidesByOperation(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".internal.policy..", root + ".internal.call..", root + ".call..", root + ".guard..")
                .should()
                .callMethod(Operation.class, "httpMethod")
                .because(
                        "POST project/has-paid is a read and POST …/licenses is a create, so the method does not show the effect");
    }

    private static DescribedPredicate<JavaClass> in(Module module, String root) {
        return describe("are in the module " + module.packageName(), type -> module.holds(root, type.getPackageName()));
    }

    private static ArchCondition<JavaClass> haveANullMarkedPackage() {
        return new ArchCondition<>("be in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + " is in a package without @NullMarked"));
            }
        };
    }
}
