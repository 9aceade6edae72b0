package com.devpayr.examples.quickstart;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import java.io.PrintStream;

/** The vendor's backend. Authenticates with an API key. */
final class Backend {
    private final DevPayr devpayr;
    private final PrintStream out;

    Backend(DevPayr devpayr, PrintStream out) {
        this.devpayr = devpayr;
        this.out = out;
    }

    Project createProject(String product) {
        Project project =
                devpayr.projects().create(ProjectDraft.builder(product).build());
        out.printf("  created project \"%s\" (id %d)%n", project.name(), project.id());
        return project;
    }

    void markPaid(Project project) {
        devpayr.projects()
                .update(project.id(), ProjectUpdate.builder().hasPaid(true).build());
        out.println("  received the payment and marked the project as paid");
    }

    ProjectDomain assignDomain(Project project, String host) {
        ProjectDomain domain = devpayr.domains()
                .create(
                        project.id(),
                        DomainDraft.builder(host, DomainEnvironment.PRODUCTION)
                                .isVerified(true)
                                .build());
        out.printf("  assigned domain %s%n", domain.domain());
        return domain;
    }

    License issueLicense(Project project, String client, ProjectDomain domain) {
        License license = devpayr.licenses()
                .create(
                        project.id(),
                        LicenseDraft.builder(client).domainId(domain.id()).build());
        out.printf("  issued a license for %s: %s%n", license.title(), license.key());
        return license;
    }

    void upload(Project project, Secret secret, String text) {
        Injectable welcome = devpayr.injectables()
                .create(
                        project.id(),
                        InjectableDraft.builder(InjectableType.SNIPPET, InjectableMode.INLINE_RENDER, secret)
                                .targetPath("welcome")
                                .content(text)
                                .slug("welcome")
                                .build());
        out.printf("  uploaded injectable \"%s\", encrypted and signed%n", welcome.slug());
    }

    void revokeLicense(Project project, License license) {
        devpayr.licenses().revoke(project.id(), license.id());
        out.printf("  received a chargeback and revoked the license of %s%n", license.title());
    }
}
