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

/** The rules of the hexagon, for any root package: the project's own, or that of the fixtures that break them. */
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
        rules.put("silent libraries", LogRules.printsNothing(root));
        rules.put("quiet unless asked", LogRules.logsOnlyWhereConfigured(root));
        rules.put("warns where asked", LogRules.warnsOnlyWhereAsked(root));
        rules.put("verb-blind policies", decidesByOperation(root));
        rules.put("internals stay inside", ApiRules.hidesInternals(root));
        rules.put("interceptors wrap", PortRules.wrapsByInterceptors(root));
        rules.put("ports without transports", PortRules.speaksTheModel(root));
        rules.put("Vert.x over Web Client", VertxRules.usesWebClient(root));
        rules.put("Vert.x without its own requests", VertxRules.createsNoRequestItself(root));
        return rules;
    }

    private static ArchRule usesOnlyItsOwnTechnology(Module module, String root) {
        return classes()
                .that(in(module, root))
                .should()
                .onlyDependOnClassesThat(in(Module.CORE, root).or(resideInAnyPackage(module.allowed(root))))
                .because("a technology that spreads can no longer be exchanged");
    }

    private static ArchRule hasNoPackageCycles(String root) {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("what depends on each other is one thing, and cannot be read or changed by itself");
    }

    private static ArchRule isNullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(haveANullMarkedPackage())
                .because("only marked packages are checked for null");
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
                .because("a subclass that we do not know is a promise that we did not mean to give");
    }

    /** Only what builds a request or a route asks for the verb. */
    private static ArchRule decidesByOperation(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".policy..", root + ".call..", root + ".guard..")
                .should()
                .callMethod(Operation.class, "method")
                .because("POST project/has-paid is a read, and POST …/licenses is a create: the verb tells nothing");
    }

    private static DescribedPredicate<JavaClass> in(Module module, String root) {
        return describe("are in the module " + module.packageName(), type -> module.holds(root, type.getPackageName()));
    }

    private static ArchCondition<JavaClass> haveANullMarkedPackage() {
        return new ArchCondition<>("be in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in an unmarked package"));
            }
        };
    }
}
