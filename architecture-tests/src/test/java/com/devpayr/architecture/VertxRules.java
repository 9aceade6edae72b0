package com.devpayr.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.devpayr.spi.HttpTransport;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.http.HttpClient;

/** The Vert.x transport sends its requests with Web Client. */
final class VertxRules {
    private VertxRules() {}

    static ArchRule usesWebClient(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".vertx..")
                .and()
                .areAssignableTo(HttpTransport.class)
                .should()
                .transitivelyDependOnClassesThat(resideInAPackage("io.vertx.ext.web.client"))
                .because("an application can supply its own Web Client, and Web Client has to send the requests");
    }

    static ArchRule createsNoRequestItself(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".vertx..")
                .should()
                .callMethodWhere(createsARequest())
                .because("requests that Web Client does not create skip its sessions, authentication and interceptors");
    }

    private static DescribedPredicate<JavaCall<?>> createsARequest() {
        return describe(
                "HttpClient.request",
                call -> call.getTarget().getName().equals("request")
                        && call.getTargetOwner().isAssignableTo(HttpClient.class));
    }
}
